import Papa from 'papaparse';
import { ringsOf } from '../core/rings-of.ts';
import { shareRows } from '../core/share-rows.ts';
import { readDataset, readDatedLine } from './read-dated-line.ts';
import { StoryFileError } from './story-file-error.ts';

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
  return Papa.unparse(shareRows(line, rings, step), { newline: '\n' });
}
