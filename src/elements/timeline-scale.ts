import type { Day } from '../core/calendar.ts';
import { clamp01 } from '../core/easing.ts';
import type { Range } from '../core/story.ts';

/** What an axis leaves free at both ends, per cent of its width. */
const MARGIN = 1.5;

/**
 * Where a day stands on an axis over `dates`, per cent of its width; days outside stand at its ends.
 * The timeline and the chart under it share this.
 */
export function placeOf(day: Day, [first, last]: Range<Day>): number {
  const part = (day - first) / Math.max(last - first, 1);
  return MARGIN + clamp01(part) * (100 - 2 * MARGIN);
}
