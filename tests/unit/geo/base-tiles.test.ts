import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { kilometresBetween } from '../../../geo/lib/sphere.ts';
import { reportTiles } from '../../../geo/lib/tile-report.ts';
import { type TileKey, tilesInView, tilesOf, VIEWS } from '../../../geo/lib/tile-views.ts';
import { baseTiles } from '../../../geo/recipes/base-tiles.ts';
import {
  base,
  baseFile,
  isInside,
  layersOf,
  linesIn,
  onEarth,
  propertiesIn,
  segmentsOf,
  tileAt,
} from './read-tiles.ts';

const LAYERS = ['land', 'coast', 'lakes', 'rivers', 'borders', 'ways', 'graticule'];
const SEOUL = [127, 37.55];
const IN_EAST_ASIA = {
  Seoul: SEOUL,
  Pusan: [129.05, 35.1],
  'the Yalu mouth': [124.35, 39.9],
  Peking: [116.4, 39.9],
  Harbin: [126.6, 45.75],
  Vladivostok: [131.9, 43.1],
  Tokyo: [139.7, 35.7],
  Shanghai: [121.5, 31.2],
};

test('the archive is at most 1.3 MB', async () => {
  expect((await reportTiles(baseFile)).total).toBeLessThan(1_300_000);
});

test('the first view of the globe takes at most 55 kB, that of Korea 40 kB', async () => {
  const { views } = await reportTiles(baseFile);
  expect(views.globe).toBeGreaterThan(10_000);
  expect(views.globe).toBeLessThan(55_000);
  expect(views.korea).toBeGreaterThan(10_000);
  expect(views.korea).toBeLessThan(40_000);
});

test('the globe shows Europe and Asia at zoom 2, and not South America', () => {
  const keys = tilesInView(VIEWS.globe);
  expect(keys).toContainEqual(tileAt([37.6, 55.7], 2));
  expect(keys).toContainEqual(tileAt(SEOUL, 2));
  expect(keys).not.toContainEqual(tileAt([-60, -20], 2));
});

test('the window on Korea is three tiles wide and three high', () => {
  expect(tilesInView(VIEWS.korea)).toHaveLength(9);
});

test('the archive says its licence, whom to credit and what its layers are', async () => {
  const metadata = (await base.getMetadata()) as Record<string, unknown>;
  expect(metadata).toMatchObject({ attribution: baseTiles.credit, licence: baseTiles.licence });
  const ids = (metadata.vector_layers as { id: string }[]).map(({ id }) => id);
  expect(ids).toEqual(LAYERS);
});

test('the tiles are in the order in which a reader asks for them', async () => {
  const header = await base.getHeader();
  expect(header).toMatchObject({ clustered: true, minZoom: 0, maxZoom: 7, specVersion: 3 });
  expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThan(16_384);
});

test.each([0, 3, 5, 7])('every layer is there at zoom %i', async (z) => {
  const around = tilesOf(3).filter(([, x, y]) => x === 6 && y === 3);
  const keys = z < 7 ? tilesOf(z) : around.flatMap((key) => below(key, z));
  const found = new Set<string>();
  for (const key of keys) {
    for (const name of Object.keys((await layersOf(key)) ?? {})) found.add(name);
  }
  // The greatest railway is drawn from zoom 2.
  const expected = LAYERS.filter((name) => z > 1 || name !== 'ways');
  expect([...found].sort()).toEqual(expected.sort());
});

test('every place has a tile to zoom 5', async () => {
  for (let z = 0; z <= 5; z++) {
    for (const key of tilesOf(z)) expect(await base.getZxy(...key), key.join()).toBeDefined();
  }
});

test.each(Object.entries(IN_EAST_ASIA))('%s has a tile at zoom 6 and at zoom 7', async (_, at) => {
  expect(await layersOf(tileAt(at, 6))).toHaveProperty('land');
  expect(await layersOf(tileAt(at, 7))).toHaveProperty('land');
});

test('a tile at zoom 5 has all tiles below it, in East Asia, or none', async () => {
  for (const key of tilesOf(5)) {
    const tiles = await Promise.all(
      [...below(key, 6), ...below(key, 7)].map((k) => base.getZxy(...k)),
    );
    const there = tiles.filter((tile) => tile !== undefined).length;
    const detailed = key[1] >= 25 && key[1] <= 28 && key[2] >= 10 && key[2] <= 13;
    expect(there, key.join()).toBe(detailed ? 20 : 0);
  }
});

test('no coast runs along the edge of a tile, the antimeridian or the end of the map', async () => {
  for (const z of [0, 1, 2, 3, 5]) {
    for (const key of tilesOf(z)) {
      const coast = segmentsOf(linesIn((await layersOf(key))?.coast));
      expect(coast.filter(isAlongEdge), key.join()).toEqual([]);
    }
  }
});

test('the coast ends nowhere but outside its tile', async () => {
  const coast = linesIn((await layersOf(tileAt(SEOUL, 6)))!.coast);
  const ends = coast.flatMap((line) => (isClosed(line) ? [] : [line[0]!, line.at(-1)!]));
  const inside = ends.filter((end) => end.every((value) => value > 0 && value < 4096));
  // One ring begins somewhere, and is cut open there.
  expect(inside.length).toBeLessThanOrEqual(2);
});

test('the land lies to the right of the coast, so that waterlines fall into the sea', async () => {
  for (const key of [tileAt(SEOUL, 6), tileAt([126.4, 34.5], 7), tileAt([51, 43], 3)]) {
    const { coast, land } = (await layersOf(key))!;
    const rings = linesIn(land);
    const long = segmentsOf(linesIn(coast)).filter((segment) => lengthOf(segment) > 60);
    expect(long.length).toBeGreaterThan(10);
    for (const segment of long) {
      expect(isInside(beside(segment, 2), rings), segment.join()).toBe(true);
      expect(isInside(beside(segment, -2), rings), segment.join()).toBe(false);
    }
  }
});

test.each([
  ['the Aral Sea is whole', [60, 45.2], true],
  ['the Rybinsk Reservoir (1941) is there', [38.4, 58.4], true],
  ['the Kuibyshev Reservoir (1955) is not', [49.2, 54.4], false],
  ['the Volgograd Reservoir (1958) is not', [46.2, 50.6], false],
  ['the Bratsk Reservoir (1961) is not', [101.8, 55.5], false],
  ['the Suiho Reservoir (1943) is there', [125.1, 40.558], true],
  ['the Soyang Reservoir (1973) is not', [127.9, 37.98], false],
])('%s', async (_, at, there) => {
  const key = tileAt(at as Position, 5);
  const lakes = onEarth(linesIn((await layersOf(key))!.lakes), key);
  expect(isInside(at as Position, lakes)).toBe(there);
});

test('rivers have a rank, and near by a name', async () => {
  const far = propertiesIn((await layersOf(tileAt(SEOUL, 2)))!.rivers);
  expect(far.every(({ rank, name }) => Number(rank) <= 3 && name === undefined)).toBe(true);
  const near = propertiesIn((await layersOf(tileAt(SEOUL, 7)))!.rivers);
  expect(near.map(({ name }) => name)).toContain('Imjin');
});

test('railways around Korea have ties, at the zoom that closer maps are drawn from', async () => {
  const kinds = async (at: Position, z: number) =>
    propertiesIn((await layersOf(tileAt(at, z)))!.ways).map(({ kind }) => kind);
  expect(await kinds(SEOUL, 7)).toContain('tie');
  expect(await kinds(SEOUL, 6)).not.toContain('tie');
  expect(await kinds([116.4, 39.9], 7)).not.toContain('tie');
});

test('the two bridges over the Yalu are drawn, each by itself, at the zoom that closer maps are drawn from', async () => {
  const bridgesAt = async (z: number) => {
    const tile = tileAt([124.3925, 40.115], z);
    const { ways } = (await layersOf(tile))!;
    const all = Array.from({ length: ways!.length }, (_, i) => ways!.feature(i));
    const drawn = all.filter(({ properties }) => properties.kind === 'bridge');
    const lines = drawn.flatMap((each) => each.loadGeometry());
    return onEarth(
      lines.map((line) => line.map(({ x, y }) => [x, y])),
      tile,
    );
  };
  expect(await bridgesAt(6)).toEqual([]);
  const [upper, lower] = (await bridgesAt(7)).sort((a, b) => b[0]![1]! - a[0]![1]!);
  expect(kilometresBetween(upper![0]!, [124.38866, 40.11806])).toBeLessThan(0.1);
  expect(kilometresBetween(upper![1]!, [124.39634, 40.11194])).toBeLessThan(0.1);
  for (const end of [0, 1]) {
    // Drawn apart, down the river; what is true of it is in `korea/bridges`.
    expect(kilometresBetween(lower![end]!, upper![end]!)).toBeGreaterThan(0.25);
    expect(kilometresBetween(lower![end]!, upper![end]!)).toBeLessThan(0.7);
  }
});

function below([z, x, y]: TileKey, zoom: number): TileKey[] {
  const scale = 2 ** (zoom - z);
  const across = [...Array(scale).keys()];
  return across.flatMap((dx) =>
    across.map((dy): TileKey => [zoom, x * scale + dx, y * scale + dy]),
  );
}

/** Longer than a chance step of the coast along a tile's edge, or the edge of what is around it. */
function isAlongEdge([[ax, ay], [bx, by]]: [Position, Position]): boolean {
  const edges = [-88, 0, 4096, 4184];
  const upright = ax === bx && edges.includes(ax!) && Math.abs(ay! - by!) > 100;
  return upright || (ay === by && edges.includes(ay!) && Math.abs(ax! - bx!) > 100);
}

function isClosed(line: Position[]): boolean {
  return line[0]!.join() === line.at(-1)!.join();
}

function lengthOf([a, b]: [Position, Position]): number {
  return Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
}

/** The point so many units to the right of a segment's middle; y points down. */
function beside(segment: [Position, Position], units: number): Position {
  const [[ax, ay], [bx, by]] = segment as [[number, number], [number, number]];
  const share = units / lengthOf(segment);
  return [(ax + bx) / 2 - (by - ay) * share, (ay + by) / 2 + (bx - ax) * share];
}
