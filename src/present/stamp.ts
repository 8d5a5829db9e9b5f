import type { LessonMessage } from './protocol.ts';

/** Which change a lesson is: a Lamport clock and the window that made the change. Clock 0 is before all. */
export type Stamp = Pick<LessonMessage, 'clock' | 'by'>;

/**
 * How far the clocks of two windows can be apart, in changes. They count one by one: what is farther was
 * never counted.
 */
const MOST_APART = 1e6;

/** A window that has no lesson yet takes over one with any clock that can still be counted on for long. */
const MOST_JOINED = 1e15;

/**
 * Says which of two changes holds, above 0 where it is `a`: the one with the greater clock, then with the
 * greater name. Where the clocks are too far apart to have been counted, the lower one holds: so no
 * message takes the clock to where nobody can follow, and a window that was led there comes back.
 */
export function compareStamps(a: Stamp, b: Stamp): number {
  const apart = a.clock - b.clock;
  if (b.clock === 0) return a.clock <= MOST_JOINED ? apart : -1;
  if (Math.abs(apart) > MOST_APART) return -apart;
  if (apart !== 0) return apart;
  if (a.by === b.by) return 0;
  return a.by > b.by ? 1 : -1;
}
