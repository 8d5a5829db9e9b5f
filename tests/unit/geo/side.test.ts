import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { sideOf } from '../../../src/core/dated-side.ts';
import type { LngLat } from '../../../src/core/story.ts';
import { placeAt, readDataset } from './read-dataset.ts';

/** Who held a place on a day, as the histories say it: written from them, not from the lines. */
interface Check {
  date: string;
  place: string;
  side: 'north' | 'south';
  source: string;
}

const file = new URL('side-checks.csv', import.meta.url);
const { data: checks } = Papa.parse<Check>(readFileSync(file, 'utf8').trim(), {
  header: true,
  comments: '#',
});
const front = createDatedLine(readDataset('korea/front-line').features);

test('there are at least 60 checks, each with its source', () => {
  expect(checks.length).toBeGreaterThanOrEqual(60);
  for (const { source } of checks) expect(source).toMatch(/\w{6}/);
});

test.each(checks)('on $date $place was held by the $side ($source)', ({ date, place, side }) => {
  const day = parseDay(date)!;
  expect(day).toBeDefined();
  expect(sideOf(front.sample(day), placeAt(place) as LngLat).side).toBe(side);
});
