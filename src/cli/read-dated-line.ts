import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { nearest } from '../compiler/suggest.ts';
import { type Day, isoDate, parseDay } from '../core/calendar.ts';
import { createDatedLine, type DatedLine } from '../core/dated-line.ts';
import { readCatalog } from './catalog.ts';
import { GEO_FOLDER, StoryFileError } from './read-story.ts';

/**
 * A dataset by its name, such as `korea/front-line`, or by the path of a GeoJSON file. Throws
 * {@link StoryFileError} where there is none.
 */
export function readDataset(name: string): FeatureCollection {
  const file = [join(GEO_FOLDER, `${name}.geojson`), name].find((path) => existsSync(path));
  if (file) return JSON.parse(readFileSync(file, 'utf8'));
  const names = Object.keys(readCatalog(GEO_FOLDER).datasets);
  const meant = nearest(name, names);
  const hint = meant ? `Did you mean "${meant}"?` : `There are: ${names.join(', ')}.`;
  throw new StoryFileError(`There is no dataset "${name}". ${hint}`);
}

/** A dated line by the name of its dataset. Throws {@link StoryFileError} where it is none. */
export function readDatedLine(name: string): DatedLine {
  const { features } = readDataset(name);
  try {
    return createDatedLine(features);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StoryFileError(`"${name}" is not a dated line. ${error.message}`);
  }
}

/**
 * The day that `text` names, if the line is known then. Throws {@link StoryFileError} where it is no
 * date, or one before the first or after the last on which the line is known.
 */
export function readDay(text: string, { first, last }: DatedLine): Day {
  const day = parseDay(text.trim());
  if (day === undefined) {
    throw new StoryFileError(`"${text}" is not a date. Write it like 1951-01-10.`);
  }
  if (day < first || day > last) {
    const known = `from ${isoDate(first)} to ${isoDate(last)}`;
    throw new StoryFileError(`The line is not known on ${text}. It is known ${known}.`);
  }
  return day;
}
