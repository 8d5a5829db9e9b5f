import type { Frame } from '../../core/frame.ts';
import { sampleTimeline } from '../../core/sample-timeline.ts';
import type { Stage, Trouble } from '../../core/stage.ts';
import type { Store } from '../../core/store.ts';
import type { Story } from '../../core/story.ts';
import { createTimeline } from '../../core/timeline.ts';
import { pageHub } from '../../drivers/page-hub.ts';
import { waitUnless } from '../../net/wait-unless.ts';
import { createStillStage } from '../still-stage.ts';
import type { StoryStage } from '../story-stage.ts';
import { findSight } from './find-sight.ts';
import { createLiveMap } from './live-map.ts';
import { wordsOf } from './missing-words.ts';
import type { StorySight } from './story-sight.ts';

/** What of a story's picture is on the screen. */
export interface Picture {
  /** Whether it is the live map; else it is a still, or nothing. */
  live: boolean;
  /** Whether there is a picture. */
  shown: boolean;
  /** Why there is no live map, in words for the reader; empty where nothing stands against it. */
  trouble: string;
  /** What the live map waits for, in words for the reader, while it heals by itself; empty where it is whole. */
  notice: string;
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

/**
 * A story's two stages as one: stills at once, the live map when it is wanted and has been drawn. `settled` rejects, with
 * a message for the reader, where what the map needs fails for as long as `TIMES.giveUp` while it waits, and so within
 * a minute where nothing comes at all. The map goes on healing.
 */
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

/**
 * Shows stills, and in their place the live map: once the story is near, the reader has begun, and all
 * of the present picture is drawn. Stills come back where graphics are lost, where they are wanted, where something
 * of the live picture does not come, until it has, and while a story that shares its page is away. They show each step at its end, so while they are
 * shown the store does as with less motion.
 */
export function createStages(options: StagesOptions): Stages {
  const { host, story, stage, store, lessMotion, onPicture } = options;
  let taking: Promise<void> | undefined;
  let live = false;
  let begun = false;
  let sight: StorySight | undefined;
  let only = false;
  let disposed = false;
  let trouble = '';
  /** What the live map lacks now. */
  let lack: Trouble | undefined;
  let notice = '';

  const tell = (): void => {
    const words = isWanted() ? notice : '';
    onPicture({ live, shown: live || still.isShown(), trouble, notice: words });
  };
  const still = createStillStage(host, story.steps[0]?.id, tell);
  const present = (): Stage => (live && liveMap.map()) || still;
  const mayLive = (): boolean => sight?.mayLive() === true;
  const isWanted = (): boolean => begun && mayLive() && !(only || trouble || disposed);
  /** Reader and map stay together where something is merely late: a camera that was dragged has no still. */
  const isCovered = (): boolean =>
    lack !== undefined && !(lack.kind === 'late' && live && store.state().userCamera);
  const apply: Stage['apply'] = (frame, how) => {
    present().apply(frame, how);
    // What heals under a still heals for where the reader is now.
    if (!live && lack) liveMap.map()?.apply(liveFrame());
  };
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
    if (live) {
      notice = '';
    }
    setMotion();
    if (!live) store.dispatch({ type: 'return' });
    apply(store.frame());
    tell();
    stage.reveal(live);
  };
  const fail = (message: string): void => {
    trouble = message;
    update();
  };
  const drop = (): void => {
    liveMap.drop();
    lack = undefined;
    sight?.rest();
  };
  const onTrouble = (next: Trouble | undefined): void => {
    lack = next;
    if (next) notice = next.message;
    else if (live) notice = '';
    update();
  };
  const liveMap = createLiveMap({
    story,
    stage,
    store,
    isLive: () => live,
    onTrouble,
    onError: fail,
  });
  const takeOver = async (): Promise<void> => {
    const { map, signal } = await liveMap.make();
    map?.resize(store.state().viewport);
    for (let step = ''; map && step !== store.frame().step; ) {
      step = store.frame().step;
      map.apply(liveFrame());
      await liveMap.drawn();
      if (signal.aborted || !isWanted()) return;
      // Where nothing was amiss, what the reader has gone on to comes as it does to any live map.
      if (!notice) break;
    }
    if (!map) return;
    lack = undefined;
    change(true);
    still.hide();
  };
  const update = (): void => {
    if (live && (!isWanted() || isCovered())) change(false);
    if (!mayLive()) drop();
    if (!live && isWanted()) {
      taking ??= takeOver()
        .catch((error: unknown) => fail(wordsOf(error)))
        .finally(() => {
          taking = undefined;
          // It may have gone out of sight, or come back, meanwhile.
          if (!(live || disposed || trouble)) update();
        });
    }
    tell();
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
    resize: (viewport) => liveMap.map()?.resize(viewport),
    setStills(wanted) {
      only = wanted;
      update();
    },
    async settled() {
      begin();
      await (await found).known();
      const isFailing = (): string => trouble || (lack && lack.kind !== 'late' ? notice : '');
      do {
        await waitUnless(taking, isFailing);
        if (live) await waitUnless(liveMap.drawn(), isFailing);
      } while (taking);
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
