import type { Frame } from '../../core/frame.ts';
import type { Playhead } from '../../core/playhead.ts';
import { createStore, type Store } from '../../core/store.ts';
import type { Story } from '../../core/story.ts';
import { createViewport, type Viewport } from '../../core/viewport.ts';
import { browserClock, play } from '../../drivers/clock.ts';
import { driveByHash } from '../../drivers/hash.ts';
import { driveByKeyboard } from '../../drivers/keyboard.ts';
import { pageHub } from '../../drivers/page-hub.ts';
import { driveByScroll } from '../../drivers/scroll.ts';
import { restingTop, type ScrollLayout } from '../../drivers/scroll-position.ts';
import type { StoryStage } from '../story-stage.ts';
import type { StoryStep } from '../story-step.ts';
import { createStages, type Picture } from './story-stages.ts';

/** What a session needs of the element it runs in. */
export interface SessionOptions {
  host: HTMLElement;
  story: Story;
  steps: readonly StoryStep[];
  stage: StoryStage;
  /** A frame was given to the stage; `user` tells whether the reader holds the camera. */
  onFrame: (frame: Frame, user: boolean) => void;
  /** What is on the screen has changed: stills, the live map, or nothing. */
  onPicture: (picture: Picture) => void;
  /** The reader has stopped scrolling, or the picture has settled. */
  onRest: () => void;
}

/** One story, alive on a page. */
export interface Session {
  store: Store;
  seek(playhead: Playhead): void;
  next(): void;
  previous(): void;
  /** Goes to a step by the reader's own choice, with an entry in the history. */
  visit(stepId: string): void;
  returnToStory(): void;
  /** Whether the reader wants stills only. */
  setStills(only: boolean): void;
  settled(): Promise<Frame>;
  dispose(): void;
}

/** Milliseconds that a move to the next step takes. */
const STEP_DURATION = 1600;
const at = (step: string, progress = 0): Playhead => ({ step, progress, travel: 0 });

function viewportOf(host: HTMLElement): Viewport {
  return createViewport(host.clientWidth, document.documentElement.clientHeight);
}

/** Writes the viewport into the page's style, so that cards stand where the camera expects them. */
export function styleHost(host: HTMLElement): Viewport {
  const viewport = viewportOf(host);
  const { stage, card } = viewport;
  const set = (name: string, value: number): void =>
    host.style.setProperty(`--legenda-${name}`, `${value}px`);
  set('stage-height', stage.height);
  set('card-left', card.left);
  set('card-width', card.width);
  set('card-top', card.top);
  return viewport;
}

function measureLayout(steps: readonly StoryStep[], { card, readingLine }: Viewport): ScrollLayout {
  const boxes = steps.map((step) => step.measure());
  const layout = { boxes, rest: card.top, lowest: card.bottom, readingLine };
  boxes.forEach(({ card: height }, i) => {
    steps[i]?.style.setProperty('--legenda-rest', `${restingTop(height, layout)}px`);
  });
  return layout;
}

/** Brings a story to life: the store, its drivers and its stage. Dispose ends all of it. */
export function createSession(options: SessionOptions): Session {
  const { host, story, steps, stage, onFrame, onPicture } = options;
  const stepIds = story.steps.map(({ id }) => id);
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const store = createStore(story, {
    playhead: at(stepIds[0] ?? ''),
    viewport: styleHost(host),
    reducedMotion: true,
  });
  const lessMotion = (): boolean => motion.matches;
  const stages = createStages({ host, story, stage, store, lessMotion, onPicture });
  let stopPlaying: (() => void) | undefined;
  let playing: Promise<void> = Promise.resolve();

  const show = (): void => {
    const frame = store.frame();
    const user = store.state().userCamera !== undefined;
    stages.apply(frame, { keepCamera: user });
    onFrame(frame, user);
  };
  const isActive = (): boolean => {
    const { top, bottom } = host.getBoundingClientRect();
    const middle = document.documentElement.clientHeight / 2;
    return top <= middle && bottom >= middle;
  };
  const scroll = driveByScroll(store.dispatch, {
    steps,
    observed: steps.map((step) => step.card),
    measure: () => measureLayout(steps, store.state().viewport),
    playhead: () => store.state().playhead,
  });
  const go = (playhead: Playhead): void => {
    stages.begin();
    stopPlaying?.();
    scroll.go(playhead);
  };
  // The scroll's end is told before the frame in which the scroll is read.
  const playheadNow = (): Playhead => {
    scroll.read();
    return store.state().playhead;
  };
  const hash = driveByHash({ stepIds, playhead: playheadNow, isActive, go });
  const playTo = (to: Playhead): void => {
    stages.begin();
    stopPlaying?.();
    if (store.state().reducedMotion) {
      scroll.go(to);
      return;
    }
    playing = new Promise((resolve) => {
      const from = store.state().playhead;
      const ended = (): void => {
        stopPlaying = undefined;
        hash.replace();
        resolve();
      };
      stopPlaying = play(scroll.go, {
        stepIds,
        from,
        to,
        duration: STEP_DURATION,
        clock: browserClock,
        onEnd: ended,
      });
    });
  };
  const next = (): void => {
    const { step } = store.state().playhead;
    const start = at(step);
    const following = stepIds[stepIds.indexOf(step) + 1];
    if (scroll.isBefore(start)) playTo(start);
    else if (following) playTo(at(following));
  };
  const previous = (): void => {
    const { step, progress, travel } = store.state().playhead;
    const before = stepIds[stepIds.indexOf(step) - 1];
    playTo(at(progress + travel > 0.02 || !before ? step : before));
  };
  const resize = (): void => {
    const now = viewportOf(host);
    const { width, height } = store.state().viewport;
    if (now.width === width && now.height === height) return;
    styleHost(host);
    stages.resize(now);
    store.dispatch({ type: 'resize', viewport: now });
    scroll.refresh();
  };
  const stop = (): void => stopPlaying?.();
  const sizes = new ResizeObserver(resize);
  sizes.observe(host);
  motion.addEventListener('change', stages.setMotion);
  const hub = pageHub(window);
  const ends = [
    store.subscribe(show),
    driveByKeyboard({ isActive, next, previous }),
    hub.on('resize', resize),
    hub.on('scrollend', options.onRest),
    hub.on('wheel', stop),
    hub.on('touchstart', stop),
    () => motion.removeEventListener('change', stages.setMotion),
    () => sizes.disconnect(),
    () => scroll.dispose(),
    () => hash.dispose(),
  ];
  if (hash.restore()) stages.begin();
  else scroll.refresh();
  show();
  return {
    store,
    seek: go,
    next,
    previous,
    visit(stepId) {
      hash.push(stepId);
      go(at(stepId));
    },
    setStills: stages.setStills,
    returnToStory: () => store.dispatch({ type: 'return' }),
    async settled() {
      for (;;) {
        await playing;
        scroll.refresh();
        const frame = store.frame();
        await stages.settled();
        if (store.frame() !== frame) continue;
        options.onRest();
        return frame;
      }
    },
    dispose() {
      stopPlaying?.();
      for (const end of ends) end();
      stages.dispose();
    },
  };
}
