import { type Playhead, positionOf } from '../core/playhead.ts';
import type { Clock } from '../core/stage.ts';
import type { Store } from '../core/store.ts';
import type { Story } from '../core/story.ts';
import { browserClock, play } from '../drivers/clock.ts';
import { stepDuration, travelDuration } from './pace.ts';

/** What a motion moves. */
export interface MotionOptions {
  story: Story;
  store: Store;
  /** Told when a move begins and when it has ended. */
  onChange: () => void;
  /** Default: the browser's. */
  clock?: Clock;
}

/** The playhead of one window, on its way to where the lesson stands. */
export interface Motion {
  /** Goes to a playhead: leg by leg where it is played, else at once. */
  go(to: Playhead, played: boolean): void;
  isPlaying(): boolean;
  /** Resolves when nothing is on its way. */
  arrived(): Promise<void>;
  /** Ends the move where it is. */
  stop(): void;
}

/** Where a way of the playhead is cut into legs: at each step's start and end. */
function legsBetween(from: number, to: number): [from: number, to: number][] {
  const stops = [from];
  for (let stop = Math.floor(from) + 1; stop < to; stop += 1) stops.push(stop);
  return stops.map((stop, i) => [stop, stops[i + 1] ?? to]);
}

/**
 * Moves the playhead to where the lesson stands: the camera's way to a step, then the step's own
 * motion, each at its own pace. What is played is seen only forwards; back it goes at once.
 */
export function createMotion(options: MotionOptions): Motion {
  const { story, store, onChange, clock = browserClock } = options;
  const { stepIds } = store.timeline();
  let stopLeg: (() => void) | undefined;
  let arrived: (() => void) | undefined;
  let way: Promise<void> = Promise.resolve();

  const seek = (playhead: Playhead): void => store.dispatch({ type: 'seek', playhead });
  const stop = (): void => {
    const end = stopLeg;
    stopLeg = undefined;
    end?.();
    arrived?.();
    arrived = undefined;
  };
  const durationOf = ([from, to]: readonly [number, number]): number => {
    const leg = Math.floor(from);
    const step = Math.floor((leg + 1) / 2);
    const whole =
      leg % 2 === 0 ? stepDuration(story, step) : travelDuration(store.timeline(), step);
    return whole * (to - from);
  };
  const playLegs = (legs: [number, number][], to: Playhead): void => {
    const [leg, ...rest] = legs;
    if (!leg) {
      seek(to);
      stop();
      onChange();
      return;
    }
    const at = (position: number): Playhead => ({
      step: stepIds[Math.floor(position / 2)] ?? to.step,
      progress: Math.min(position % 2, 1),
      travel: Math.max((position % 2) - 1, 0),
    });
    let stopped = false;
    const end = play(seek, {
      stepIds,
      from: at(leg[0]),
      to: rest.length > 0 ? at(leg[1]) : to,
      duration: durationOf(leg),
      clock,
      onEnd: () => !stopped && playLegs(rest, to),
    });
    stopLeg = () => {
      stopped = true;
      end();
    };
  };
  return {
    go(to, played) {
      stop();
      const [from, there] = [positionOf(stepIds, store.state().playhead), positionOf(stepIds, to)];
      if (!played || there <= from || store.state().reducedMotion) {
        seek(to);
        return;
      }
      way = new Promise((resolve) => {
        arrived = resolve;
      });
      playLegs(legsBetween(from, there), to);
      onChange();
    },
    isPlaying: () => stopLeg !== undefined,
    arrived: () => way,
    stop,
  };
}
