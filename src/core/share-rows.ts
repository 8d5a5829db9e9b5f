import { isoDate } from './calendar.ts';
import type { DatedLine } from './dated-line.ts';
import { createDatedShare } from './dated-share.ts';
import type { LngLat } from './story.ts';

/** How much of an area each side of a dated line held at the end of a day; the keys are columns. */
export interface ShareRow {
  /** ISO date. */
  date: string;
  /** Whole square kilometres. */
  north_km2: number;
  south_km2: number;
  /** Per cent of the area, with one decimal. */
  north_percent: string;
  south_percent: string;
}

/**
 * A row every `step` days (a whole number above 0) from the first day on which the line is known,
 * and one for the last day, however soon it comes. `rings` are the area, as `createDatedShare`
 * takes it, and may not be empty.
 */
export function shareRows(
  line: DatedLine,
  rings: readonly (readonly LngLat[])[],
  step: number,
): ShareRow[] {
  const share = createDatedShare(rings);
  const count = Math.ceil((line.last - line.first) / step);
  return Array.from({ length: count + 1 }, (_, i) => {
    const day = Math.min(line.first + i * step, line.last);
    const { north, south } = share(line.sample(day));
    const percent = (part: number): string => ((100 * part) / (north + south)).toFixed(1);
    return {
      date: isoDate(day),
      north_km2: Math.round(north),
      south_km2: Math.round(south),
      north_percent: percent(north),
      south_percent: percent(south),
    };
  });
}
