import { expect, test } from 'vitest';
import { openTiles } from '../../../geo/lib/tile-report.ts';
import { tilesOf } from '../../../geo/lib/tile-views.ts';
import { type Tile, writePmtiles } from '../../../src/tiles/pmtiles-writer.ts';

const about = {
  type: 'png',
  bounds: [-180, -85, 180, 85],
  center: [127.5, -38.25, 4],
  metadata: { name: 'Ŏ' },
} as const;

const tile = (key: readonly [number, number, number], text: string): Tile => {
  const [z, x, y] = key;
  return { z, x, y, bytes: new TextEncoder().encode(text) };
};
const write = (tiles: Tile[]) => writePmtiles({ ...about, tiles });
const textAt = async (file: Uint8Array, key: readonly [number, number, number]) => {
  const found = await openTiles(file).getZxy(...key);
  return found && new TextDecoder().decode(found.data);
};

test('a tile is read where it was written, and nothing where there is none', async () => {
  const file = write([tile([2, 3, 1], 'here'), tile([0, 0, 0], 'world')]);
  expect(await textAt(file, [2, 3, 1])).toBe('here');
  expect(await textAt(file, [0, 0, 0])).toBe('world');
  expect(await textAt(file, [2, 1, 3])).toBeUndefined();
});

test('the header and the metadata say what they were told', async () => {
  const file = openTiles(write([tile([1, 0, 0], 'a'), tile([4, 9, 9], 'b')]));
  expect(await file.getHeader()).toMatchObject({
    ...{ minZoom: 1, maxZoom: 4, minLon: -180, minLat: -85, maxLon: 180, maxLat: 85 },
    ...{ centerLon: 127.5, centerLat: -38.25, centerZoom: 4, clustered: true },
  });
  expect(await file.getMetadata()).toEqual({ name: 'Ŏ' });
});

test('equal tiles are stored once, and neighbours along the curve in one entry', async () => {
  const same = tilesOf(3).map((key) => tile(key, 'sea'));
  const file = write([...same, tile([0, 0, 0], 'sea'), tile([1, 0, 0], 'land')]);
  const header = await openTiles(file).getHeader();
  expect(header).toMatchObject({ numAddressedTiles: 66, numTileEntries: 3, numTileContents: 2 });
  expect(header.tileDataLength).toBe('sea'.length + 'land'.length);
});

test('vector tiles are compressed and come back whole, an empty one too', async () => {
  const tiles = [tile([0, 0, 0], 'a'.repeat(1000)), tile([1, 0, 0], '')];
  const file = writePmtiles({ ...about, type: 'mvt', tiles });
  expect(file.length).toBeLessThan(500);
  expect(await textAt(file, [0, 0, 0])).toBe('a'.repeat(1000));
  expect(await textAt(file, [1, 0, 0])).toBe('');
});

test('the same tiles in another order give the same file', () => {
  const tiles = tilesOf(3).map((key) => tile(key, `tile ${key[1] % 3}`));
  expect(write(tiles.toReversed())).toEqual(write(tiles));
});

test('a tile that is there twice is an error', () => {
  expect(() => write([tile([1, 0, 0], 'a'), tile([1, 0, 0], 'b')])).toThrow('twice');
});

test('a picture of no bytes is an error', () => {
  expect(() => write([tile([1, 0, 0], '')])).toThrow('empty');
});

test('where the root would be too large for the first request, it points to leaves', async () => {
  const keys = tilesOf(8).filter(([, x, y]) => (x * 7 + y * 13) % 5 < 3);
  const textOf = ([, x, y]: (typeof keys)[number]) => `${x}/${y} ${'.'.repeat((x * x + y) % 61)}`;
  const file = write(keys.map((key) => tile(key, textOf(key))));
  const header = await openTiles(file).getHeader();
  expect(header.leafDirectoryLength).toBeGreaterThan(10_000);
  expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThan(16_384);
  for (const key of keys.filter((_, at) => at % 997 === 0)) {
    expect(await textAt(file, key)).toBe(textOf(key));
  }
});
