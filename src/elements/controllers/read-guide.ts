import type { Playhead } from '../../core/playhead.ts';
import type { Store } from '../../core/store.ts';
import type { Viewport } from '../../core/viewport.ts';
import { createViewport } from '../../core/viewport.ts';
import { browserClock, play } from '../../drivers/clock.ts';
import { driveByHash } from '../../drivers/hash.ts';
import { driveByKeyboard } from '../../drivers/keyboard.ts';
import { pageHub } from '../../drivers/page-hub.ts';
import { driveByScroll, type ScrollPage, windowPage } from '../../drivers/scroll.ts';
import { restingTop, type ScrollLayout } from '../../drivers/scroll-position.ts';
import type { StoryStep } from '../story-step.ts';

/**
 * By whom a story is moved: a reader, a class's screen, a teacher's window beside it; or, in a frame, a
 * reader who scrolls the page around it (`embed`), or goes step by step (`steps`).
 */
export type StoryMode = 'read' | 'present' | 'notes' | 'embed' | 'steps';

/** What moves a story: a reader's scroll, or a teacher. */
export interface Guide {
  /** The viewport of a window of this size, CSS pixels. */
  viewport(width: number, height: number): Viewport;
  /** Begins at the address, or where the store is. */
  begin(): void;
  /** Goes to a playhead at once. */
  go(playhead: Playhead): void;
  next(): void;
  previous(): void;
  /** Goes to a step by the reader's own choice. */
  visit(stepId: string): void;
  /** The layout may have changed. */
  refresh(): void;
  /** Resolves when nothing is on its way. */
  arrived(): Promise<void>;
  dispose(): void;
}

/** Whether a reader is where nothing comes before, and where nothing comes after. */
export interface StoryEnds {
  first: boolean;
  last: boolean;
}

/** What a guide is made of. */
export interface GuideOptions {
  host: HTMLElement;
  steps: readonly StoryStep[];
  store: Store;
  /** The reader has begun: the map is wanted. */
  onBegin: () => void;
  /** The reader has stopped scrolling. */
  onRest: () => void;
  /** The reader wants to present the story. */
  onPresent: () => void;
  /** Says where the story has its ends; without it, as its frames have them. */
  onEnds: (ends: StoryEnds | undefined) => void;
  /** What the story scrolls in; default the window. */
  page?: ScrollPage;
}

/** Milliseconds that a move to the next step takes. */
const STEP_DURATION = 1600;
/** Where a step begins. */
const at = (step: string, progress = 0): Playhead => ({ step, progress, travel: 0 });

function measureLayout(
  steps: readonly StoryStep[],
  { card, readingLine }: Viewport,
  shift: number,
): ScrollLayout {
  const boxes = steps.map((step) => step.measure(shift));
  const layout = { boxes, rest: card.top, lowest: card.bottom, readingLine };
  boxes.forEach(({ card: height }, i) => {
    steps[i]?.style.setProperty('--legenda-rest', `${restingTop(height, layout)}px`);
  });
  return layout;
}

/** The guide of a reader: the page's scroll, the address, and keys and buttons that scroll the page. */
export function createReadGuide(options: GuideOptions): Guide {
  const { host, steps, store, onBegin, onRest, page = windowPage } = options;
  const { stepIds } = store.timeline();
  let stopPlaying: (() => void) | undefined;
  let playing: Promise<void> = Promise.resolve();

  const isActive = (): boolean => {
    const { top, bottom } = host.getBoundingClientRect();
    const middle = page.top() - page.shift() + page.height() / 2;
    return top <= middle && bottom >= middle;
  };
  const scroll = driveByScroll(store.dispatch, {
    page,
    story: host,
    observed: steps.map((step) => step.card),
    measure: () => measureLayout(steps, store.state().viewport, page.shift()),
    playhead: () => store.state().playhead,
  });
  const go = (playhead: Playhead): void => {
    onBegin();
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
    onBegin();
    stopPlaying?.();
    if (store.state().reducedMotion) {
      scroll.go(to);
      return;
    }
    playing = new Promise((resolve) => {
      const onEnd = (): void => {
        stopPlaying = undefined;
        hash.replace();
        resolve();
      };
      const from = store.state().playhead;
      const move = { stepIds, from, to, duration: STEP_DURATION, clock: browserClock, onEnd };
      stopPlaying = play(scroll.go, move);
    });
  };
  const next = (): void => {
    const { step } = playheadNow();
    const start = at(step);
    const following = stepIds[stepIds.indexOf(step) + 1];
    if (scroll.isBefore(start)) playTo(start);
    else if (following) playTo(at(following));
  };
  const previous = (): void => {
    const { step, progress, travel } = playheadNow();
    const before = stepIds[stepIds.indexOf(step) - 1];
    playTo(at(progress + travel > 0.02 || !before ? step : before));
  };
  const stop = (): void => stopPlaying?.();
  const hub = pageHub(window);
  const ends = [
    driveByKeyboard({ isActive, next, previous, present: options.onPresent }),
    hub.on('scrollend', onRest),
    hub.on('wheel', stop),
    hub.on('touchstart', stop),
    () => scroll.dispose(),
    () => hash.dispose(),
  ];
  return {
    viewport: createViewport,
    begin() {
      if (hash.restore()) onBegin();
      else scroll.refresh();
    },
    go,
    next,
    previous,
    visit(stepId) {
      hash.push(stepId);
      go(at(stepId));
    },
    refresh: scroll.refresh,
    arrived: () => playing,
    dispose() {
      stop();
      for (const end of ends) end();
    },
  };
}
