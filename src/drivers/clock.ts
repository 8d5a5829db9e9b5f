import { easeInOutCubic, lerp } from '../core/easing.ts';
import { type Playhead, playheadAt, positionOf } from '../core/playhead.ts';
import type { Clock } from '../core/stage.ts';

/** A move of the playhead in time. */
export interface PlayOptions {
  stepIds: readonly string[];
  from: Playhead;
  to: Playhead;
  /** Milliseconds. */
  duration: number;
  clock: Clock;
  /** How far the playhead is, 0 to 1, when that part of the time has passed. Default: slow at both ends. */
  pace?: (t: number) => number;
  /** Told once, when the move has come to its end or was stopped. */
  onEnd?: () => void;
}

/** The browser's own time. */
export const browserClock: Clock = {
  now: () => performance.now(),
  onFrame(callback) {
    const id = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(id);
  },
};

/**
 * Plays the playhead from one place to another, going through all that lies between. Returns what
 * stops it where it is.
 */
export function play(go: (playhead: Playhead) => void, options: PlayOptions): () => void {
  const { stepIds, from, to, duration, clock, pace = easeInOutCubic, onEnd } = options;
  const [start, end] = [positionOf(stepIds, from), positionOf(stepIds, to)];
  const began = clock.now();
  let cancel: () => void = () => {};
  let ended = false;
  const finish = (): void => {
    if (ended) return;
    ended = true;
    cancel();
    onEnd?.();
  };
  const tick = (): void => {
    const t = duration > 0 ? Math.min((clock.now() - began) / duration, 1) : 1;
    go(t < 1 ? playheadAt(stepIds, lerp(start, end, pace(t))) : to);
    if (t >= 1) finish();
    else if (!ended) cancel = clock.onFrame(tick);
  };
  cancel = clock.onFrame(tick);
  return finish;
}
