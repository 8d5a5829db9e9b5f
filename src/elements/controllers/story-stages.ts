import type { Frame } from '../../core/frame.ts';
import { sampleTimeline } from '../../core/sample-timeline.ts';
import type { Stage } from '../../core/stage.ts';
import type { Store } from '../../core/store.ts';
import type { Story } from '../../core/story.ts';
import { createTimeline } from '../../core/timeline.ts';
import { pageHub } from '../../drivers/page-hub.ts';
import { createStillStage } from '../still-stage.ts';
import type { StoryStage } from '../story-stage.ts';

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

/**
 * Shows stills, and in their place the live map: once the story is near, the reader has begun, and all
 * of the present picture is drawn. Stills come back where graphics are lost, or where they are wanted.
 * They show each step at its end, so while they are shown the store does as with less motion.
 */
export function createStages(options: StagesOptions): Stages {
  const { host, story, stage, store, lessMotion, onPicture } = options;
  let map: Stage | undefined;
  let taking: Promise<void> | undefined;
  let live = false;
  let begun = false;
  let near = false;
  let only = false;
  let disposed = false;
  let trouble = '';

  const tell = (): void => onPicture({ live, shown: live || still.isShown(), trouble });
  const still = createStillStage(host, story, tell);
  const present = (): Stage => (live && map ? map : still);
  const isWanted = (): boolean => begun && near && !(only || trouble || disposed);
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
  const takeOver = async (): Promise<void> => {
    map ??= await stage.create({
      story,
      viewport: store.state().viewport,
      onUserCamera: (camera) => store.dispatch({ type: 'user-camera', camera }),
      onError: fail,
    });
    if (disposed) return map.destroy();
    map.resize(store.state().viewport);
    map.apply(liveFrame());
    await map.settled();
    if (!isWanted()) return;
    change(true);
    still.hide();
  };
  const update = (): void => {
    if (live && !isWanted()) change(false);
    if (!live && isWanted()) {
      taking ??= takeOver()
        .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
        .finally(() => {
          taking = undefined;
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
  let seen = (): void => {};
  /** Until then it is not known whether the story is near. */
  const sight = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const observer = new IntersectionObserver(
    (entries) => {
      near ||= entries.some(({ isIntersecting }) => isIntersecting);
      if (near) observer.disconnect();
      update();
      seen();
    },
    { rootMargin: '100%' },
  );
  observer.observe(host);
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
      await sight;
      await taking;
      await present().settled();
    },
    dispose() {
      disposed = true;
      observer.disconnect();
      for (const end of beginnings) end();
      still.destroy();
      map?.destroy();
    },
  };
}
