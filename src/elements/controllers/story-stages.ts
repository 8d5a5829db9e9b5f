import type { Frame } from '../../core/frame.ts';
import { sampleTimeline } from '../../core/sample-timeline.ts';
import type { Stage } from '../../core/stage.ts';
import type { Store } from '../../core/store.ts';
import type { Story } from '../../core/story.ts';
import { createTimeline } from '../../core/timeline.ts';
import { pageHub } from '../../drivers/page-hub.ts';
import { createStillStage } from '../still-stage.ts';
import type { StoryStage } from '../story-stage.ts';
import { findSight } from './find-sight.ts';
import type { StorySight } from './story-sight.ts';

/** What of a story's picture is on the screen. */
export interface Picture {
  /** Whether it is the live map; else it is a still, or nothing. */
  live: boolean;
  /** Whether there is a picture. */
  shown: boolean;
  /** Why there is no live map, in words for the reader; empty where nothing stands against it. */
  trouble: string;
}

/** What a story's stages are made of. */
export interface StagesOptions {
  host: HTMLElement;
  story: Story;
  stage: StoryStage;
  store: Store;
  /** Whether the reader wants less motion. */
  lessMotion: () => boolean;
  /** What is on the screen has changed. */
  onPicture: (picture: Picture) => void;
}

/** A story's two stages as one: stills at once, the live map when it is wanted and has been drawn. */
export interface Stages extends Omit<Stage, 'destroy'> {
  /** The reader has begun, or somebody asks for the map. */
  begin(): void;
  /** Whether there should be stills only. */
  setStills(only: boolean): void;
  /** Says again how much motion the picture may have. */
  setMotion(): void;
  dispose(): void;
}

/** What a reader does first on a page. */
const BEGINNINGS = ['scroll', 'wheel', 'pointermove', 'touchstart', 'keydown'] as const;

/** The time of a map, from before it is made: `gone` resolves at its end. */
function beginLife() {
  const end = new AbortController();
  const { signal } = end;
  const gone = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
  return { end: () => end.abort(), signal, gone };
}

/**
 * Shows stills, and in their place the live map: once the story is near, the reader has begun, and all
 * of the present picture is drawn. Stills come back where graphics are lost, or where they are wanted,
 * and while a story that shares its page is away. They show each step at its end, so while they are
 * shown the store does as with less motion.
 */
export function createStages(options: StagesOptions): Stages {
  const { host, story, stage, store, lessMotion, onPicture } = options;
  let map: Stage | undefined;
  let taking: Promise<void> | undefined;
  let live = false;
  let begun = false;
  let sight: StorySight | undefined;
  let life = beginLife();
  let only = false;
  let disposed = false;
  let trouble = '';

  const tell = (): void => onPicture({ live, shown: live || still.isShown(), trouble });
  const still = createStillStage(host, story, tell);
  const present = (): Stage => (live && map ? map : still);
  const mayLive = (): boolean => sight?.mayLive() === true;
  const isWanted = (): boolean => begun && mayLive() && !(only || trouble || disposed);
  const apply: Stage['apply'] = (frame, how) => present().apply(frame, how);
  const setMotion = (): void => {
    store.dispatch({ type: 'reduced-motion', reduced: !live || lessMotion() });
  };
  /** What the live map would show. */
  const liveFrame = (): Frame => {
    const { viewport, playhead, placeNames = story.placeNames } = store.state();
    const timeline = createTimeline(story, viewport, { reducedMotion: lessMotion() });
    return { ...sampleTimeline(timeline, playhead), placeNames };
  };
  const change = (toLive: boolean): void => {
    live = toLive;
    setMotion();
    if (!live) store.dispatch({ type: 'return' });
    apply(store.frame());
    tell();
    stage.reveal(live);
  };
  const drop = (): void => {
    map?.destroy();
    map = undefined;
    life.end();
    sight?.rest();
  };
  const createMap = async (signal: AbortSignal): Promise<void> => {
    const made = await stage.create({
      story,
      viewport: store.state().viewport,
      signal,
      onUserCamera(camera) {
        // Behind a still MapLibre itself may move, when graphics come back; a reader cannot.
        if (live) store.dispatch({ type: 'user-camera', camera });
      },
      onError: fail,
    });
    if (signal.aborted) made.destroy();
    else map = made;
  };
  /** Resolves when the map shows what it should, or is dropped: in a frame out of sight it draws nothing. */
  const drawn = (): Promise<unknown> => Promise.race([map?.settled(), life.gone]);
  const takeOver = async (): Promise<void> => {
    if (!map) {
      life = beginLife();
      await createMap(life.signal);
    }
    const { signal } = life;
    if (signal.aborted) return;
    map?.resize(store.state().viewport);
    map?.apply(liveFrame());
    await drawn();
    if (signal.aborted || !isWanted()) return;
    change(true);
    still.hide();
  };
  const update = (): void => {
    if (live && !isWanted()) change(false);
    if (!mayLive()) drop();
    if (!live && isWanted()) {
      taking ??= takeOver()
        .catch((error: unknown) => {
          if (!life.signal.aborted) fail(error instanceof Error ? error.message : String(error));
        })
        .finally(() => {
          taking = undefined;
          // It may have gone out of sight, or come back, meanwhile.
          if (!(live || disposed || trouble)) update();
        });
    }
    tell();
  };
  const fail = (message: string): void => {
    trouble = message;
    update();
  };
  const begin = (): void => {
    for (const end of beginnings.splice(0)) end();
    if (begun) return;
    begun = true;
    update();
  };
  const hub = pageHub(window);
  const beginnings = BEGINNINGS.map((event) => hub.on(event, begin));
  const found = findSight(host, update).then((is) => {
    sight = is;
    if (disposed) is.dispose();
    else update();
    return is;
  });
  return {
    apply,
    begin,
    setMotion,
    resize: (viewport) => map?.resize(viewport),
    setStills(wanted) {
      only = wanted;
      update();
    },
    async settled() {
      begin();
      await (await found).known();
      while (taking) await taking;
      if (live) await drawn();
      if (!live) await still.settled();
    },
    dispose() {
      disposed = true;
      sight?.dispose();
      for (const end of beginnings) end();
      still.destroy();
      drop();
    },
  };
}
