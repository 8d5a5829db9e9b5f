import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { inPolygon } from '../../../geo/lib/polygon.ts';
import { ringAreaKm2 } from '../../../geo/lib/sphere.ts';
import { dense, onlyShape, placeAt, readDataset } from './read-dataset.ts';

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

test.each([
  ['Kremenchuk', [32.5, 49.3]],
  ['Kakhovka', [34.3, 47.4]],
  ['Kuibyshev', [49.2, 54.4]],
  ['Volgograd', [46.2, 50.6]],
  ['Tsimlyansk', [43, 48]],
  ['Bratsk', [102.3, 54.6]],
  ['Krasnoyarsk', [91.5, 55]],
  ['Vilyui', [111, 62.8]],
  ['Zeya', [127.8, 54.2]],
  ['Bukhtarma', [83.45, 49.55]],
  ['Toktogul', [73, 41.8]],
  ['Chardara', [68.2, 41.15]],
  ['Sarygamysh', [57.4, 42]],
  ['Tharthar', [43.3, 34]],
  ['Ataturk', [38.5, 37.6]],
  ['Nasser', [32.5, 23]],
  ['Volta', [-0.1, 7.5]],
  ['Kainji', [4.6, 10.3]],
  ['Kariba', [28, -17]],
  ['Cahora Bassa', [31.8, -15.7]],
  ['Itaipu', [-54.4, -24.8]],
  ['Sobradinho', [-41.7, -9.9]],
  ['Tucurui', [-49.5, -4.7]],
  ['Guri', [-63, 7.3]],
  ['Balbina', [-59.6, -1.5]],
  ['Brokopondo', [-55.1, 4.7]],
  ['Argyle', [128.75, -16.4]],
  ['Williston', [-123.4, 55.9]],
  ['Smallwood', [-64.5, 54]],
  ['La Grande 2', [-77, 53.8]],
  ['La Grande 3', [-75.3, 53.7]],
  ['Caniapiscau', [-69.8, 54.2]],
  ['Manicouagan', [-68.4, 51.1]],
  ['Diefenbaker', [-106.6, 51.1]],
  ['Sakakawea', [-102.4, 47.8]],
  ['Oahe', [-100.4, 45]],
  ['Powell', [-110.9, 37.4]],
  ['Amistad', [-101.1, 29.5]],
  ['Falcon', [-99.2, 26.7]],
  ['Three Gorges', [109, 31]],
  ['Danjiangkou', [111.5, 32.7]],
  ['Hsinfengchiang', [114.6, 23.8]],
  ['Soyang', [127.9, 37.98]],
  ['Chungju', [128.05, 36.95]],
  ['Andong', [128.85, 36.62]],
])('the lake of %s, filled in the war or after it, is not there', (_, at) => {
  expect(lakeAt(at as Position)).toBeUndefined();
});

test.each([
  ['Lake Balkhash', [77.3, 46.6], 15_000, 20_000],
  ['Lake Tanganyika', [29.6, -6], 30_000, 35_000],
  ['Lake Baikal', [107.8, 53.5], 30_000, 33_000],
  ['Lake Chad as it was', [14, 13.4], 20_000, 26_000],
  ['Lake Zaysan before the dam', [84, 47.95], 1_500, 3_000],
  ['the IJsselmeer with what is Flevoland now', [5.5, 52.45], 2_500, 3_300],
  ['the Rybinsk Reservoir (1941)', [38.3, 58.5], 4_000, 6_000],
  ['Lake Mead (1935)', [-114.4, 36.1], 400, 1_300],
  ['Koko Nor', [100.2, 36.9], 3_800, 4_800],
])('%s is there, and as large', (_, at, least, most) => {
  const { coordinates } = lakeAt(at as Position)!.geometry as Polygon;
  const area = Math.abs(ringAreaKm2(coordinates[0]!));
  expect(area).toBeGreaterThan(least as number);
  expect(area).toBeLessThan(most as number);
});

test('no lake lies on another', () => {
  for (const lake of lakes) {
    const [outer] = (lake.geometry as Polygon).coordinates;
    const others = lakes.filter((other) => other !== lake);
    const wet = outer!.filter((at) => {
      return others.some(({ geometry }) => inPolygon(at, geometry as Polygon));
    });
    expect(wet.length, String(lake.id)).toBeLessThan(outer!.length / 2);
  }
});

test('Manitoulin and Olkhon are islands in their lakes', () => {
  expect(lakeAt([-82.3, 45.75])).toBeUndefined();
  expect(lakeAt([107.4, 53.2])).toBeUndefined();
});

test('the land of the Sihwa and Saemangeum sea walls is sea', () => {
  for (const at of [
    [126.62, 37.3],
    [126.6, 35.78],
  ]) {
    expect(inPolygon(at, land), at.join()).toBe(false);
  }
});

test('the Yalu is sea from the islands above Antung down: no coast lies across it', () => {
  const middle = [
    [124.448, 40.16],
    [124.41, 40.13],
    [124.376, 40.1],
    [124.366, 40.08],
    [124.375, 40.05],
    [124.37, 40],
    [124.35, 39.97],
    [124.3, 39.9],
  ];
  for (const at of dense(middle, 0.002)) expect(inPolygon(at, land), at.join()).toBe(false);
  // Wihwa-do
  expect(inPolygon([124.446, 40.137], land)).toBe(true);
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
    expect(['country', 'region', 'sea', 'river', 'town', 'work']).toContain(properties!.class);
    expect(properties!.minzoom).toBeLessThan(properties!.maxzoom);
  }
});
