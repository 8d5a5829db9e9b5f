import type { Feature, MultiLineString, Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { inPolygon, selfCrossings } from '../../../geo/lib/polygon.ts';
import { kilometresBetween, lengthKm, ringAreaKm2 } from '../../../geo/lib/sphere.ts';
import { kilometresTo } from './kilometres-to.ts';
import { dense, lineOf, placeAt, readDataset } from './read-dataset.ts';

const lakes = readDataset('atlas/lakes').features as Feature<Polygon>[];
const byHand = lakes.filter(({ properties }) => properties!.doubt);
const water = (id: string) => lakes.find((each) => each.id === id)!.geometry;
const shore = (id: string) => water(id).coordinates[0]!;
const bridges = readDataset('korea/bridges').features;
const bridge = (id: string) => lineOf(bridges.find((each) => each.id === id));

test('every water drawn by hand says whence, and how far it may be out', () => {
  for (const { id, properties } of byHand) {
    expect(properties!.source, String(id)).toMatch(/\w/);
    expect(properties!.doubt, String(id)).toMatch(/\d km/);
  }
});

test.each(byHand.map((each) => [String(each.id), each] as const))(
  'the shores of %s do not cross themselves',
  (_, { geometry }) => {
    for (const ring of geometry.coordinates) {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(selfCrossings(ring, { closed: true })).toEqual([]);
    }
  },
);

test.each(['chosin', 'pujon', 'suiho'])('%s is a long, branched valley lake', (id) => {
  const [area, length] = [Math.abs(ringAreaKm2(shore(id))), lengthKm(shore(id))];
  // A circle has 1, an oval three times as long as wide 0.6.
  expect((4 * Math.PI * area) / length ** 2).toBeLessThan(0.25);
});

test('Hagaru-ri stands at the south end of the Chosin Reservoir, Yudam-ni beyond its western arm', () => {
  const south = shore('chosin').toSorted((a, b) => a[1]! - b[1]!)[0]!;
  const west = shore('chosin').toSorted((a, b) => a[0]! - b[0]!)[0]!;
  expect(kilometresBetween(placeAt('hagaru'), south)).toBeLessThan(2);
  expect(placeAt('hagaru')[1]).toBeLessThan(south[1]!);
  expect(kilometresBetween(placeAt('yudamni'), west)).toBeLessThan(3);
  expect(placeAt('yudamni')[0]).toBeLessThan(west[0]!);
});

test('the towns at the Yalu are dry, and on their sides of it', () => {
  for (const place of ['antung', 'sinuiju', 'uiju', 'langtou']) {
    expect(inPolygon(placeAt(place), water('yalu-banks')), place).toBe(false);
  }
  const [chinese, korean] = [bridge('yalu-bridge-1943')[0]!, bridge('yalu-bridge-1943')[1]!];
  expect(kilometresBetween(placeAt('antung'), chinese)).toBeLessThan(1.5);
  expect(kilometresBetween(placeAt('sinuiju'), korean)).toBeLessThan(1.5);
});

test('Wihwa-do is an island of its known size in the Yalu', () => {
  const [, wihwa] = water('yalu-banks').coordinates;
  const island: Polygon = { type: 'Polygon', coordinates: [wihwa!] };
  expect(inPolygon([124.446, 40.137], island)).toBe(true);
  expect(inPolygon([124.446, 40.137], water('yalu-banks'))).toBe(false);
  expect(Math.abs(ringAreaKm2(wihwa!))).toBeGreaterThan(9);
  expect(Math.abs(ringAreaKm2(wihwa!))).toBeLessThan(15);
});

test.each(bridges.map((each) => [String(each.id), each] as const))(
  '%s goes from bank to bank',
  (_, each) => {
    const [chinese, korean] = lineOf(each) as [Position, Position];
    for (const end of [chinese, korean]) {
      expect(kilometresTo(end, shore('yalu-banks'))).toBeLessThan(0.1);
    }
    const middle = dense([chinese, korean], 0.001).slice(1, -1);
    expect(middle.every((position) => inPolygon(position, water('yalu-banks')))).toBe(true);
    expect(lengthKm([chinese, korean])).toBeCloseTo(0.943, 2);
    expect(chinese[1]).toBeGreaterThan(korean[1]!);
  },
);

test('the old bridge is the lower one, 60 to 100 m below the new, and the one that was cut', () => {
  const [old, young] = [bridge('yalu-bridge-1911'), bridge('yalu-bridge-1943')];
  for (const end of [0, 1]) {
    const gap = kilometresBetween(old[end]!, young[end]!);
    expect(gap).toBeGreaterThan(0.06);
    expect(gap).toBeLessThan(0.1);
    expect(old[end]![0]).toBeLessThan(young[end]![0]!);
  }
  const cut = bridges.map(({ id, properties }) => [id, properties!.cut]);
  expect(cut).toEqual([
    ['yalu-bridge-1911', '1950-11-08'],
    ['yalu-bridge-1943', undefined],
  ]);
});

test('the railway from Antung crosses by the new bridge', () => {
  const ways = readDataset('atlas/ways').features;
  const line = lineOf(ways.find(({ id }) => id === 'kyongui'));
  for (const end of bridge('yalu-bridge-1943')) {
    expect(kilometresTo(end, line)).toBeLessThan(0.05);
  }
});

test.each([
  ['imjin', 'Korangp’o-ri', [126.85, 37.975]],
  ['imjin', 'its bridge', [126.742, 37.889]],
  ['pukhan', 'Hwach’on', [127.78, 38.12]],
  ['kum', 'Kongju', [127.125, 36.465]],
] as const)('the %s passes %s where histories of the front have it', (id, _, place) => {
  const river = readDataset('atlas/rivers-wdbii').features.find((each) => each.id === id)!;
  const courses = (river.geometry as MultiLineString).coordinates;
  expect(Math.min(...courses.map((course) => kilometresTo([...place], course)))).toBeLessThan(1);
  // A course that was traced bends; one through a few known places is hardly longer than its ends are apart.
  const [first] = courses as [Position[]];
  expect(lengthKm(first)).toBeGreaterThan(1.3 * kilometresBetween(first[0]!, first.at(-1)!));
});

test('no river is drawn through a water drawn by hand', () => {
  const rivers = ['atlas/rivers', 'atlas/rivers-wdbii'].flatMap(
    (name) => readDataset(name).features,
  );
  for (const { id, geometry } of rivers) {
    const lines = geometry.type === 'MultiLineString' ? geometry.coordinates : [];
    if (geometry.type === 'LineString') lines.push(geometry.coordinates);
    for (const { id: lake, geometry: shape } of byHand) {
      // Far from Korea a position has two decimals, about a kilometre.
      const within = lake === 'zaysan' ? 1 : 0.2;
      const wet = lines.flat().filter((position) => {
        return inPolygon(position, shape) && kilometresTo(position, shape.coordinates[0]!) > within;
      });
      expect(wet, `${id} in ${lake}`).toEqual([]);
    }
  }
});
