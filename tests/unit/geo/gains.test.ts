import type { MultiPolygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { inPolygon } from '../../../geo/lib/polygon.ts';
import { parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { createDatedShare } from '../../../src/core/dated-share.ts';
import { ringsOf } from '../../../src/core/rings-of.ts';
import { placeAt, readDataset } from './read-dataset.ts';

const { features } = readDataset('korea/gains');
const find = (id: string) => features.find((each) => each.id === id)!;
const shape = (id: string) => find(id).geometry as MultiPolygon;
const km2 = (id: string): number => find(id).properties!.km2;

test.each([
  ['south', ['chorwon', 'kumhwa', 'sokcho', 'yanggu', 'inje']],
  ['north', ['kaesong', 'ongjin']],
])('the %s gained what the histories say', (side, places) => {
  for (const place of places)
    expect([place, inPolygon(placeAt(place), shape(side))]).toEqual([place, true]);
});

test('neither gained a town that it held before', () => {
  for (const place of ['seoul', 'pyongyang', 'haeju', 'chunchon', 'kangnung', 'wonsan']) {
    expect(inPolygon(placeAt(place), shape('south'))).toBe(false);
    expect(inPolygon(placeAt(place), shape('north'))).toBe(false);
  }
});

test('the gains make the difference of the shares before and after the war', () => {
  const front = createDatedLine(readDataset('korea/front-line').features);
  const share = createDatedShare(ringsOf(readDataset('korea/peninsula').features));
  const on = (date: string) => share(front.sample(parseDay(date)!)).south;
  // The islands off the west coast were given up within ten days of the armistice.
  const difference = on('1953-08-06') - on('1950-06-25');
  // Pieces of less than 4 km² are in no gain.
  expect(Math.abs(km2('south') - km2('north') - difference)).toBeLessThan(100);
});

test('each gain is named by its area, inside it', () => {
  for (const side of ['south', 'north']) {
    const { geometry, properties } = find(`${side}-name`);
    expect(properties!.name.replace(/\D/g, '')).toBe(String(Math.round(km2(side) / 100) * 100));
    expect(inPolygon((geometry as { coordinates: Position }).coordinates, shape(side))).toBe(true);
  }
});
