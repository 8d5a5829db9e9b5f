import type { Camera } from '../core/camera.ts';
import { type Playhead, playheadAt, positionOf } from '../core/playhead.ts';
import type { Clock } from '../core/stage.ts';
import type { Store } from '../core/store.ts';
import { browserClock, play } from '../drivers/clock.ts';
import { createLeg, type Leg } from './leg.ts';

/** What a motion moves. */
export interface MotionOptions {
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
function spansBetween(from: number, to: number): [from: number, to: number][] {
  const stops = [from];
  for (let stop = Math.floor(from) + 1; stop < to; stop += 1) stops.push(stop);
  return stops.map((stop, i) => [stop, stops[i + 1] ?? to]);
}

/**
 * Moves the playhead to where the lesson stands: the camera's way to a step, then the step's own
 * motion, each at its own pace. A map that somebody has moved sets out from where it is. What is
 * played is seen only forwards; back it goes at once.
 */
export function createMotion(options: MotionOptions): Motion {
  const { store, onChange, clock = browserClock } = options;
  const { stepIds } = store.timeline();
  let stopLeg: (() => void) | undefined;
  let arrived: (() => void) | undefined;
  let way: Promise<void> = Promise.resolve();

  const seek = (playhead: Playhead, camera?: Camera): void =>
    store.dispatch({ type: 'seek', playhead, camera });
  const stop = (): void => {
    const end = stopLeg;
    stopLeg = undefined;
    end?.();
    arrived?.();
    arrived = undefined;
  };
  const playLeg = (leg: Leg, onEnd: () => void): void => {
    let stopped = false;
    const end = play((playhead) => seek(playhead, leg.camera?.(playhead)), {
      ...{ stepIds, clock, ...leg.span, duration: leg.duration, pace: leg.pace },
      onEnd: () => !stopped && onEnd(),
    });
    stopLeg = () => {
      stopped = true;
      end();
    };
  };
  const playSpans = ([span, ...rest]: [number, number][], to: Playhead, own?: Camera): void => {
    if (!span) {
      seek(to);
      stop();
      onChange();
      return;
    }
    const end = rest.length > 0 ? playheadAt(stepIds, span[1]) : to;
    const leg = createLeg(store, { from: playheadAt(stepIds, span[0]), to: end }, own);
    playLeg(leg, () => playSpans(rest, to));
  };
  return {
    go(to, played) {
      stop();
      const { playhead, reducedMotion, userCamera, camera } = store.state();
      const [from, there] = [positionOf(stepIds, playhead), positionOf(stepIds, to)];
      if (!played || there <= from || reducedMotion) {
        seek(to);
        return;
      }
      way = new Promise((resolve) => {
        arrived = resolve;
      });
      playSpans(spansBetween(from, there), to, userCamera ?? camera);
      onChange();
    },
    isPlaying: () => stopLeg !== undefined,
    arrived: () => way,
    stop,
  };
}
