import type { MultiLineString, Position } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { kilometresBetween } from '../../../geo/lib/sphere.ts';
import { tilesOf } from '../../../geo/lib/tile-views.ts';
import { dense, onlyShape, placeAt, readDataset } from './read-dataset.ts';
import { layersOf, linesIn, onEarth, segmentsOf } from './read-tiles.ts';

type Segment = [Position, Position];

const FARTHEST_KM = 0.3;
const border = (readDataset('atlas/borders').features[0]!.geometry as MultiLineString).coordinates;
const borderCells = cells(segmentsOf(border));
/** The coast that the front's areas are cut to, every 600 m; without the Yalu and the Tumen. */
const korea = onlyShape('korea/peninsula')
  .coordinates.flat()
  .flatMap((ring) => dense(ring, 0.006))
  .filter((at) => kilometresTo(at, borderCells) > 3);

let coast: Map<string, Segment[]>;

beforeAll(async () => {
  const parts: Segment[] = [];
  for (const key of tilesOf(7).filter(([, x, y]) => x >= 107 && x <= 110 && y >= 46 && y <= 51)) {
    parts.push(...segmentsOf(onEarth(linesIn((await layersOf(key))?.coast), key)));
  }
  coast = cells(parts);
});

test('the shore of the tiles is that of the areas, within 300 m, all around Korea', () => {
  const off = korea.map((at) => kilometresTo(at, coast)).sort((a, b) => b - a);
  expect(off.length).toBeGreaterThan(5_000);
  expect(off[0]).toBeLessThan(FARTHEST_KM);
  // Mostly it is much closer: less than a pixel at zoom 9.
  expect(off[Math.floor(off.length / 20)]).toBeLessThan(0.1);
});

test.each([
  ['Inchon', placeAt('inchon'), 30],
  ['the Yalu mouth', [124.35, 39.85], 20],
  ['Chinnampo', placeAt('chinnampo'), 30],
  ['Mokpo', placeAt('mokpo'), 30],
  ['Pusan', placeAt('pusan'), 30],
  ['Wonsan', placeAt('wonsan'), 30],
  ['Chongjin', placeAt('chongjin'), 30],
])('so it is around %s', (_, place, km) => {
  const near = korea.filter((at) => kilometresBetween(at, place) < km);
  expect(near.length).toBeGreaterThan(20);
  for (const at of near) expect(kilometresTo(at, coast), at.join()).toBeLessThan(FARTHEST_KM);
});

/** Segments by the cells of a tenth of a degree that they are in or next to. */
function cells(segments: Segment[]): Map<string, Segment[]> {
  const found = new Map<string, Segment[]>();
  for (const segment of segments) {
    const near = dense(segment, 0.05).flatMap(([lon, lat]) =>
      [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => cellOf([lon! + dx / 10, lat! + dy / 10]))),
    );
    for (const cell of new Set(near)) {
      const there = found.get(cell);
      if (there) there.push(segment);
      else found.set(cell, [segment]);
    }
  }
  return found;
}

function cellOf([lon, lat]: Position): string {
  return `${Math.floor(lon! * 10)},${Math.floor(lat! * 10)}`;
}

/** Distance to the nearest segment, if there is one within about 10 km. */
function kilometresTo(at: Position, segments: Map<string, Segment[]>): number {
  const near = segments.get(cellOf(at)) ?? [];
  return Math.min(...near.map((segment) => kilometresBetween(at, nearest(at, segment))));
}

function nearest([lon, lat]: Position, [[ax, ay], [bx, by]]: Segment): Position {
  // A degree of longitude is shorter than one of latitude, the same for so short a way.
  const shrunk = Math.cos((lat! * Math.PI) / 180) ** 2;
  const [dx, dy] = [bx! - ax!, by! - ay!];
  const along = ((lon! - ax!) * dx * shrunk + (lat! - ay!) * dy) / (dx * dx * shrunk + dy * dy);
  const share = Math.max(0, Math.min(1, along || 0));
  return [ax! + dx * share, ay! + dy * share];
}
