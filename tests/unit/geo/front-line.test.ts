import type { Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { inPolygon, inRing, northOf, selfCrossings } from '../../../geo/lib/polygon.ts';
import { kilometresBetween } from '../../../geo/lib/sphere.ts';
import { parseDay } from '../../../src/core/calendar.ts';
import { lineOf, onlyShape, placeAt, readDataset } from './read-dataset.ts';

const { features } = readDataset('korea/front-line');
const fronts = features.filter(({ properties }) => properties!.role === 'line');
const pockets = features.filter(({ properties }) => properties!.role === 'enclave');
const front = (date: string) => lineOf(fronts.find(({ id }) => id === date));
const heldByNorth = (place: Position, date: string) => inRing(place, northOf(front(date)));

test('the front is known on 75 different days, in order', () => {
  const dates = fronts.map(({ id }) => String(id));
  expect(dates).toHaveLength(75);
  expect(dates).toEqual([...new Set(dates)].sort());
  expect(dates.every((date) => parseDay(date) !== undefined)).toBe(true);
});

test('every line and every pocket says where it comes from and how far it may be wrong', () => {
  for (const { properties } of features) {
    expect(properties!.source).toMatch(/\w{4}/);
    expect(properties!.uncertainty_km).toBeGreaterThanOrEqual(0);
    expect(properties!.grade).toMatch(/^[abc]$/);
    expect(properties!.title).not.toBe('');
  }
});

test('short names of works are written out', () => {
  const sources = features.map(({ properties }) => properties!.source).join('\n');
  expect(sources).toMatch(/Appleman, South to the Naktong/);
  expect(sources).not.toMatch(/Appleman ch|Mossman ch|Hermes ch|S14/);
});

test('before the war the line is exactly the 38th parallel', () => {
  expect(new Set(front('1950-06-25').map(([, lat]) => lat))).toEqual(new Set([38]));
});

test('there is no continuous front after the landing at Inchon and after Pyongyang fell', () => {
  const broken = fronts.filter(({ properties }) => !properties!.continuous).map(({ id }) => id);
  expect(broken[0]).toBe('1950-09-18');
  expect(broken).not.toContain('1950-10-19');
  expect(broken).toContain('1950-10-24');
  expect(broken.at(-1)).toBe('1950-12-15');
});

test('in the quiet of 1952 the line is where it was agreed in November 1951', () => {
  expect(front('1952-10-15')).toEqual(front('1951-11-27'));
  expect(front('1953-03-05')).toEqual(front('1951-11-27'));
});

describe.each(fronts.map(({ id }) => String(id)))('the front of %s', (date) => {
  test('runs from the west edge to the east edge', () => {
    expect(front(date)[0]![0]).toBe(124);
    expect(front(date).at(-1)![0]).toBe(131);
  });

  test('stays around Korea and does not cross itself', () => {
    for (const [lon, lat] of front(date)) {
      expect(lon).toBeGreaterThanOrEqual(124);
      expect(lon).toBeLessThanOrEqual(131);
      expect(lat).toBeGreaterThan(34);
      expect(lat).toBeLessThan(43);
    }
    expect(selfCrossings(front(date))).toEqual([]);
  });

  test('has the north on its left', () => {
    expect(heldByNorth(placeAt('manpojin'), date)).toBe(true);
    expect(heldByNorth(placeAt('kanggye'), date)).toBe(true);
    expect(heldByNorth(placeAt('pusan'), date)).toBe(false);
    expect(heldByNorth(placeAt('chejudo'), date)).toBe(false);
    expect(heldByNorth(placeAt('kojedo'), date)).toBe(false);
    expect(heldByNorth(placeAt('ullungdo'), date)).toBe(false);
  });
});

test.each([
  ['1950-06-25', 'kaesong', false],
  ['1950-06-28', 'seoul', true],
  ['1950-07-20', 'taejon', true],
  ['1950-09-14', 'taegu', false],
  ['1950-09-14', 'masan', false],
  ['1950-09-28', 'seoul', false],
  ['1950-10-19', 'pyongyang', false],
  ['1950-10-19', 'hamhung', false],
  ['1950-11-24', 'hyesanjin', false],
  ['1950-11-24', 'chosan', true],
  ['1950-12-05', 'pyongyang', true],
  ['1951-01-04', 'seoul', true],
  ['1951-03-15', 'seoul', false],
  ['1951-06-15', 'kaesong', true],
  ['1951-06-15', 'paengnyongdo', false],
  ['1951-06-15', 'ongjin', true],
  ['1953-07-27', 'chorwon', false],
  ['1953-07-27', 'kumsong', true],
  ['1953-07-27', 'kosong', true],
])('on %s it is %s that the north holds: %s', (date, place, held) => {
  expect(heldByNorth(placeAt(place), date)).toBe(held);
});

test('pockets are closed rings that do not cross themselves', () => {
  expect(pockets).toHaveLength(23);
  for (const { id, geometry, properties } of pockets) {
    const [ring] = (geometry as Polygon).coordinates as [Position[]];
    expect(id).toBe(`${properties!.date}/${properties!.name}`);
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(selfCrossings(ring, { closed: true })).toEqual([]);
  }
});

test.each([
  ['1950-09-15/inchon', 'inchon'],
  ['1950-09-18/inchon', 'kimpo'],
  ['1950-11-28/chosin', 'hagaru'],
  ['1950-11-28/chosin', 'kotori'],
  ['1950-12-05/hungnam', 'hungnam'],
  ['1950-12-05/wonsan', 'wonsan'],
  ['1950-12-07/chosin', 'kotori'],
  ['1950-12-15/hungnam', 'hungnam'],
])('the pocket %s holds %s', (id, place) => {
  const pocket = pockets.find((each) => each.id === id)!;
  expect(inPolygon(placeAt(place), pocket.geometry as Polygon)).toBe(true);
});

test('the line bends gently where it is smoothed: vertices on land are less than 25 km apart', () => {
  const korea = onlyShape('korea/peninsula');
  for (const each of fronts) {
    const line = lineOf(each);
    const gaps = line.slice(1).map((end, at) => {
      const start = line[at]!;
      const onLand = inPolygon(start, korea) && inPolygon(end, korea);
      return onLand ? kilometresBetween(start, end) : 0;
    });
    expect(Math.max(...gaps)).toBeLessThan(25);
  }
});
