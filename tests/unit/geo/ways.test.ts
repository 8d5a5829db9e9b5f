import type { Feature, Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { readTable } from '../../../geo/lib/inputs.ts';
import { inPolygon } from '../../../geo/lib/polygon.ts';
import { kilometresBetween } from '../../../geo/lib/sphere.ts';
import { kilometresTo } from './kilometres-to.ts';
import { dense, lineOf, onlyShape, placeAt, readDataset } from './read-dataset.ts';

const { features } = readDataset('atlas/ways');
const wayOf = (id: string) => lineOf(features.find((each) => each.id === id));
const all = features.map((each): [string, Feature] => [String(each.id), each]);

test('every way has a kind, a name, a zoom, a source, and a doubt with a figure', () => {
  for (const { id, properties } of features) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(['rail', 'road']).toContain(properties!.kind);
    expect(properties!.minzoom, String(id)).toBeGreaterThanOrEqual(2);
    expect(properties!.minzoom, String(id)).toBeLessThanOrEqual(7);
    expect(properties!.source, String(id)).toMatch(/\w/);
    expect(properties!.doubt, String(id)).toMatch(/\d km/);
  }
});

test('ways are named in the English of the time', () => {
  const names = features.map(({ properties }) => properties!.name).join();
  expect(names).not.toMatch(/Beijing|Shenyang|Dandong|Busan|Incheon|Kaech|Gaeseong/);
});

test('every station says which record of GeoNames it is', () => {
  for (const { id, source } of readTable('stations.csv')) {
    expect(source, id).toMatch(/^GeoNames (\d+|\(cities\.json [\d.]+\))$/);
  }
});

test('every station is on a way', () => {
  const onWays = new Set(
    features.flatMap(({ properties }) =>
      properties!.stations.map(({ position }: { position: Position }) => position.join()),
    ),
  );
  for (const { id, lon, lat } of readTable('stations.csv')) {
    expect(onWays.has([Number(lon), Number(lat)].join()), id).toBe(true);
  }
});

test.each(all)('%s passes each of its stations', (_, way) => {
  expect(way.properties!.stations.length).toBeGreaterThan(0);
  for (const { name, position } of way.properties!.stations) {
    expect(kilometresTo(position, lineOf(way)), name).toBeLessThan(1.5);
  }
});

test.each(all)('%s is drawn without a gap or a leap', (_, way) => {
  const line = lineOf(way);
  const longest = way.properties!.minzoom < 4 ? 45 : 12;
  for (const [at, vertex] of line.slice(1).entries()) {
    expect(kilometresBetween(line[at]!, vertex)).toBeLessThan(longest);
  }
});

test.each([
  ['trans-siberian', 'transbaikal-branch'],
  ['trans-siberian', 'ccr-main'],
  ['trans-siberian', 'kazan-line'],
  ['transbaikal-branch', 'ccr-main'],
  ['ccr-main', 'ccr-south'],
  ['ccr-south', 'peking-mukden'],
  ['ccr-south', 'mukden-antung'],
  ['mukden-antung', 'kyongui'],
  ['kyongui', 'kyongbu'],
  ['kyongui', 'kyongwon'],
  ['kyongwon', 'hamgyong'],
  ['hamgyong', 'pyongwon'],
  ['pyongwon', 'kyongui'],
  ['pyongwon', 'manpo'],
  ['chosin-msr', 'chosin-east'],
])('%s and %s meet', (one, other) => {
  const line = wayOf(other);
  const nearest = Math.min(...wayOf(one).map((vertex) => kilometresTo(vertex, line)));
  expect(nearest).toBeLessThan(0.2);
});

test.each(all)('%s keeps within 3 km of the land', (_, way) => {
  const line = lineOf(way);
  const land = landAround(line);
  const shores = land.coordinates.flat();
  const far = dense(line, way.properties!.minzoom < 4 ? 0.1 : 0.02).filter(
    (position) =>
      !inPolygon(position, land) && shores.every((ring) => kilometresTo(position, ring) > 3),
  );
  expect(far).toEqual([]);
});

test('the rails go round Lake Baikal', () => {
  const baikal = readDataset('atlas/lakes')
    .features.map(({ geometry }) => geometry as Polygon)
    .find((lake) => inPolygon([107.5, 53], lake))!;
  const wet = dense(wayOf('trans-siberian'), 0.05).filter((position) => {
    return inPolygon(position, baikal) && kilometresTo(position, baikal.coordinates[0]!) > 3;
  });
  expect(wet).toEqual([]);
});

test('the supply road passes the villages of the Chosin battle in order', () => {
  const line = wayOf('chosin-msr');
  const villages = ['hungnam', 'hamhung', 'sudong', 'chinhung-ni', 'kotori', 'hagaru', 'yudamni'];
  const places = villages.map((id) => {
    const gaps = line.map((vertex) => kilometresBetween(vertex, placeAt(id)));
    return gaps.indexOf(Math.min(...gaps));
  });
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

/** The polygons of the land whose box meets that of a line. */
function landAround(line: Position[]) {
  const land = onlyShape('atlas/land');
  const box = (positions: Position[]) =>
    [0, 1].map((axis) => {
      const values = positions.map((position) => position[axis]!);
      return [Math.min(...values), Math.max(...values)] as const;
    });
  const own = box(line);
  const coordinates = land.coordinates.filter(([outer]) =>
    box(outer!).every(([low, high], axis) => low < own[axis]![1] + 1 && high > own[axis]![0] - 1),
  );
  return { ...land, coordinates };
}
