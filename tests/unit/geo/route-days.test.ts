import { expect, test } from 'vitest';
import type { Waypoint } from '../../../geo/lib/inputs.ts';
import { routeDays } from '../../../geo/lib/route-days.ts';
import { createRoute } from '../../../src/core/route.ts';
import { readRouteMarks, routeOn } from '../../../src/core/route-days.ts';
import type { LngLat } from '../../../src/core/story.ts';
import { day } from '../../support/fixture-story.ts';
import { lineOf, readDataset } from './read-dataset.ts';

const line: LngLat[] = [
  [127, 37],
  [127, 38],
  [127, 39],
];
const { features } = readDataset('korea/routes');

/** Where the head of a route was on a day, `[lon, lat]`. */
function headOn(id: string, date: string): LngLat {
  const feature = features.find((each) => each.id === id)!;
  const { reveal } = routeOn(readRouteMarks(feature.properties!.days), day(date));
  return createRoute(lineOf(feature) as LngLat[]).at(reveal).head;
}

test('a waypoint’s date is given to its part of the way', () => {
  const waypoints: Waypoint[] = [
    [127, 37, 'start', '1950-06-25'],
    [127, 38, 'middle', '1950-06-28 .. 1950-07-03'],
    [127, 39, 'end', '1950-07-05'],
  ];
  expect(routeDays('x', line, waypoints)).toEqual([
    [0, '1950-06-25'],
    [0.5, '1950-06-28'],
    [0.5, '1950-07-03'],
    [1, '1950-07-05'],
  ]);
});

test('a route whose dates run back, or leave out an end, is refused with what to write', () => {
  const back: Waypoint[] = [
    [127, 37, 'start', '1950-06-25'],
    [127, 39, 'end', '1950-06-24'],
  ];
  expect(() => routeDays('x', line, back)).toThrow('x: 1950-06-24 comes after 1950-06-25');
  const open: Waypoint[] = [
    [127, 37, 'start', '1950-06-25'],
    [127, 39, 'end'],
  ];
  expect(() => routeDays('x', line, open)).toThrow('needs one at its first and at its last');
  const odd: Waypoint[] = [
    [127, 37, 'start', '25 June'],
    [127, 39, 'end', '1950-06-24'],
  ];
  expect(() => routeDays('x', line, odd)).toThrow('Write 1950-06-25');
});

test.each([
  ['kpa-main', '1950-06-28', [126.978, 37.566], 'Seoul'],
  ['kpa-main', '1950-07-01', [126.978, 37.566], 'Seoul, waiting at the Han'],
  ['kpa-main', '1950-07-20', [127.385, 36.349], 'Taejon'],
  ['eighth-army', '1950-09-25', [127.729, 36.489], 'Poun, on the way of Task Force Lynch'],
  ['eighth-army-taejon', '1950-09-28', [127.385, 36.349], 'Taejon'],
  ['eighth-army', '1950-10-19', [125.754, 39.034], 'Pyongyang'],
  ['rok1', '1950-10-10', [127.444, 39.153], 'Wonsan'],
  ['cpv-andong', '1950-10-19', [124.383, 40.128], 'Antung'],
  ['cpv-jian-east', '1950-10-25', [127.33, 40.22], 'Hwangch’o-ryong'],
  ['nine-ag-west', '1950-11-27', [127.11, 40.48], 'Yudam-ni'],
  ['marines', '1950-11-10', [127.3, 40.28], 'Koto-ri'],
  ['zhou', '1950-10-10', [37.618, 55.752], 'Moscow'],
] as const)('%s is on %s where its sources have it', (id, date, place, _name) => {
  const [lon, lat] = headOn(id, date);
  expect(lon).toBeCloseTo(place[0], 2);
  expect(lat).toBeCloseTo(place[1], 2);
});

test('the arms that go a route are named on it, with a size', () => {
  const named = features.filter(({ properties }) => properties!.unit);
  expect(named.length).toBeGreaterThan(15);
  for (const { properties } of named) {
    expect(['division', 'corps', 'army', 'army group']).toContain(properties!.unit.size);
    expect(properties!.unit.along).toBeGreaterThan(0);
    expect(properties!.unit.along).toBeLessThanOrEqual(1);
  }
});
