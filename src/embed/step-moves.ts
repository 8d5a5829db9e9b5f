import { type Playhead, positionOf } from '../core/playhead.ts';
import { browserClock, play } from '../drivers/clock.ts';
import type { Guide } from '../elements/controllers/read-guide.ts';
import { isBeforeSteps, readingStops, type StopsOptions } from './reading-stops.ts';

/** What moves step by step, and how. */
export interface MoveOptions extends StopsOptions {
  /** What goes where a step leads. */
  guide: Guide;
  /** The reader has begun: the map is wanted. */
  onBegin: () => void;
}

/** Moves from stop to stop. */
export interface StepMover {
  next(): void;
  previous(): void;
  /** Goes to where a step begins, at once. */
  show(step: string): void;
  /** Whether nothing comes before, and whether nothing comes after. */
  ends(): { first: boolean; last: boolean };
  /** Resolves when nothing is on its way. */
  arrived(): Promise<void>;
  stop(): void;
}

/** Milliseconds that a move takes. */
const DURATION = 1600;
/** Positions closer than this are one. */
const NEAR = 0.015;

/** Moves a story from stop to stop: in a step as far as its text and its picture ask for it. */
export function createStepMover(options: MoveOptions): StepMover {
  const { store, guide, page, onBegin } = options;
  const { stepIds } = store.timeline();
  let stop = (): void => {};
  let playing: Promise<void> = Promise.resolve();
  const go = (to: Playhead): void => {
    onBegin();
    stop();
    guide.go(to);
  };
  const playTo = (to: Playhead): void => {
    onBegin();
    stop();
    if (store.state().reducedMotion) {
      guide.go(to);
      return;
    }
    playing = new Promise((resolve) => {
      const { playhead: from } = store.state();
      const move = { stepIds, from, to, duration: DURATION, clock: browserClock, onEnd: resolve };
      stop = play(guide.go, move);
    });
  };
  const at = (playhead: Playhead): number => positionOf(stepIds, playhead);
  const here = (): number => at(store.state().playhead);
  const after = (): Playhead | undefined =>
    readingStops(options).find((one) => at(one) > here() + NEAR);
  return {
    next() {
      const [first] = readingStops(options);
      const to = after();
      if (isBeforeSteps(options) && first) go(first);
      else if (to) playTo(to);
    },
    previous() {
      const before = readingStops(options).findLast((one) => at(one) < here() - NEAR);
      if (before) playTo(before);
      else {
        stop();
        page.scrollTo(0);
      }
    },
    show: (step) => go({ step, progress: 0, travel: 0 }),
    ends() {
      const { step } = store.state().playhead;
      const isLast = step === stepIds.at(-1);
      return { first: step === stepIds[0] && isBeforeSteps(options), last: isLast && !after() };
    },
    arrived: () => playing,
    stop: () => stop(),
  };
}
