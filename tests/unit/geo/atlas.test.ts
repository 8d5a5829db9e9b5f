import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { inPolygon } from '../../../geo/lib/polygon.ts';
import { ringAreaKm2 } from '../../../geo/lib/sphere.ts';
import { onlyShape, placeAt, readDataset } from './read-dataset.ts';

const land = onlyShape('atlas/land');
const borders = readDataset('atlas/borders').features[0]!.geometry as MultiLineString;
const lakes = readDataset('atlas/lakes').features;
const lakeAt = (at: Position) => lakes.find(({ geometry }) => inPolygon(at, geometry as Polygon));

test.each(['seoul', 'moscow', 'pyongyang', 'irkutsk', 'peking', 'washington'])(
  'there is land at %s',
  (place) => {
    expect(inPolygon(placeAt(place), land)).toBe(true);
  },
);

test.each([
  ['the Yellow Sea', [123, 36]],
  ['the Sea of Japan', [133, 40]],
  ['the Caspian Sea', [51, 41]],
  ['the Black Sea', [34, 43]],
  ['the Pacific', [160, 30]],
])('there is water in %s', (_, at) => {
  expect(inPolygon(at as Position, land)).toBe(false);
});

test('Asia goes on past the antimeridian, so that no coast is drawn along it', () => {
  expect(inPolygon([182, 67], land)).toBe(true);
  const onIt = land.coordinates.flat(2).filter(([lon]) => Math.abs(lon!) === 180);
  expect(onIt.length).toBeLessThan(20);
});

test('no seam runs along the edge of the detailed part', () => {
  for (const ring of land.coordinates.flat()) {
    const along = ring.slice(1).filter(([lon, lat], at) => {
      const [beforeLon, beforeLat] = ring[at] as [number, number];
      const upright = lon === beforeLon && (lon === 112 || lon === 146);
      const level = lat === beforeLat && (lat === 28 || lat === 52);
      return (upright || level) && Math.hypot(lon! - beforeLon, lat! - beforeLat) > 0.2;
    });
    expect(along).toEqual([]);
  }
});

test('no border runs across Korea', () => {
  const across = borders.coordinates
    .flat()
    .filter(([lon, lat]) => lon! > 125 && lon! < 129 && lat! > 37 && lat! < 39.5);
  expect(across).toEqual([]);
});

test('the Yalu is a border, and the Soviet Union and Yugoslavia have none inside them', () => {
  const near = ([lon, lat]: Position, km: number) =>
    borders.coordinates.flat().some(([x, y]) => Math.hypot(x! - lon!, y! - lat!) < km / 100);
  expect(near([126.28, 41.15], 5)).toBe(true);
  expect(near([36.0, 50.3], 30)).toBe(false);
  expect(near([69.5, 41.0], 60)).toBe(false);
  expect(near([16.5, 45.2], 30)).toBe(false);
});

test('the Aral Sea has the size it had', () => {
  const aral = lakeAt([59.9, 44.9])!.geometry as Polygon;
  const area = Math.abs(ringAreaKm2(aral.coordinates[0]!));
  expect(area).toBeGreaterThan(58_000);
  expect(area).toBeLessThan(74_000);
});

test('the reservoirs of Korea are there and say that they are approximate', () => {
  expect(lakeAt([127.215, 40.535])?.properties).toMatchObject({ doubt: expect.any(String) });
  expect(lakeAt([125.1, 40.558])?.id).toBe('suiho');
});

test('lakes that were filled later are not there', () => {
  expect(lakeAt([32.5, 49.3])).toBeUndefined();
  expect(lakeAt([43.3, 34.0])).toBeUndefined();
});

test('Korea is one shape with Cheju, Koje and Ullung-do, and without Antung and Tsushima', () => {
  const korea: MultiPolygon = onlyShape('korea/peninsula');
  for (const place of ['seoul', 'pyongyang', 'chosan', 'kanggye', 'ullungdo', 'taegu']) {
    expect(inPolygon(placeAt(place), korea), place).toBe(true);
  }
  expect(inPolygon([126.55, 33.36], korea)).toBe(true);
  expect(inPolygon([128.63, 34.87], korea)).toBe(true);
  expect(inPolygon(placeAt('mukden'), korea)).toBe(false);
  expect(inPolygon(placeAt('langtou'), korea)).toBe(false);
  expect(inPolygon([129.3, 34.4], korea)).toBe(false);
});

test('labels are of the time and of a known class', () => {
  for (const { properties } of readDataset('atlas/labels').features) {
    expect(['country', 'region', 'sea', 'river']).toContain(properties!.class);
    expect(properties!.minzoom).toBeLessThan(properties!.maxzoom);
  }
});
