import Papa from 'papaparse';
import { isoDate } from '../core/calendar.ts';
import { createDatedShare } from '../core/dated-share.ts';
import { ringsOf } from '../core/rings-of.ts';
import { readDataset, readDatedLine } from './read-dated-line.ts';
import { StoryFileError } from './read-story.ts';

/** Options of `legenda share`, as typed. */
export interface ShareOptions {
  within: string;
  every: string;
}

/**
 * `legenda share`: a CSV of how much of an area (`within`, a dataset of polygons) each side of a
 * dated line held: a row every so many days from the first day on which the line is known, and one
 * for the last. Throws {@link StoryFileError} for what cannot be read.
 */
export function shareCommand(name: string, { within, every }: ShareOptions): string {
  const line = readDatedLine(name);
  const step = Number(every);
  if (!(Number.isInteger(step) && step > 0)) {
    throw new StoryFileError(`"${every}" is not a number of days. Write it like 7.`);
  }
  const rings = ringsOf(readDataset(within).features);
  if (rings.length === 0) throw new StoryFileError(`"${within}" has no polygon to be shared.`);
  const share = createDatedShare(rings);
  const count = Math.ceil((line.last - line.first) / step);
  const rows = Array.from({ length: count + 1 }, (_, i) => {
    const day = Math.min(line.first + i * step, line.last);
    const { north, south } = share(line.sample(day));
    const percent = (part: number) => ((100 * part) / (north + south)).toFixed(1);
    return {
      date: isoDate(day),
      north_km2: Math.round(north),
      south_km2: Math.round(south),
      north_percent: percent(north),
      south_percent: percent(south),
    };
  });
  return Papa.unparse(rows, { newline: '\n' });
}
