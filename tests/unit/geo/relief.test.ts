import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { GEO } from '../../../geo/lib/inputs.ts';
import { MARBLE, metresOfGrey } from '../../../geo/lib/marble-elevation.ts';
import { codeOfMetres, metresOfCode } from '../../../geo/lib/relief-code.ts';
import { reportRelief } from '../../../geo/lib/relief-report.ts';
import { reliefInView, reliefTileKeys } from '../../../geo/lib/relief-tiles.ts';
import { openTiles } from '../../../geo/lib/tile-report.ts';
import { type TileKey, tilesOf, VIEWS } from '../../../geo/lib/tile-views.ts';
import { decodeGreyWebp } from '../../../geo/lib/webp.ts';
import { relief } from '../../../geo/recipes/relief.ts';
import { project } from '../../../src/core/camera.ts';
import type { LngLat } from '../../../src/core/story.ts';
import { ELEVATION_SIDE, elevationTile } from '../../../src/map/relief-tile.ts';

const file = new Uint8Array(readFileSync(new URL(relief.output, GEO)));
const archive = openTiles(file);
const picture = async (key: TileKey) => {
  const tile = await archive.getZxy(...key);
  return tile && new Uint8Array(tile.data);
};

/** Node reads no WebP; where ImageMagick is not installed, the checksum in sources.yaml stands alone. */
const canDecode = await picture([0, 0, 0]).then((bytes) => {
  try {
    return decodeGreyWebp(bytes!).length > 0;
  } catch {
    return false;
  }
});

test('the archive is at most 200 kB', () => {
  expect(file.length).toBeLessThan(200_000);
});

test('the first view of the globe takes at most 40 kB, that of Korea 35 kB', async () => {
  const { views } = await reportRelief(file);
  expect(views.globe).toBeGreaterThan(10_000);
  expect(views.globe).toBeLessThan(40_000);
  expect(views.korea).toBeGreaterThan(5_000);
  expect(views.korea).toBeLessThan(35_000);
});

test('Korea is shown by the four tiles of zoom 5 around it, and some beside them', () => {
  const keys = reliefInView(VIEWS.korea);
  expect(keys).toEqual(
    expect.arrayContaining([
      [5, 26, 11],
      [5, 27, 11],
      [5, 26, 12],
      [5, 27, 12],
    ]),
  );
});

test('the world has every tile to zoom 3; zooms 4 and 5 have East Asia alone', async () => {
  const there = async (z: number) => {
    const found = await Promise.all(tilesOf(z).map(picture));
    return tilesOf(z).filter((_, at) => found[at]);
  };
  for (const z of [0, 1, 2, 3]) expect(await there(z)).toHaveLength(4 ** z);
  for (const z of [4, 5]) {
    const keys = await there(z);
    expect(keys).toEqual(reliefTileKeys().filter(([zoom]) => zoom === z));
    const edge = (degrees: number) => (degrees / 360 + 0.5) * 2 ** z;
    expect(keys.every(([, x]) => x >= edge(90) && x < edge(157.5))).toBe(true);
  }
  expect((await archive.getHeader()).maxZoom).toBe(5);
});

test('every tile is a WebP picture of 260 by 260', async () => {
  for (const key of reliefTileKeys()) {
    const bytes = Buffer.from((await picture(key))!);
    expect(bytes.toString('latin1', 0, 4) + bytes.toString('latin1', 8, 16)).toBe('RIFFWEBPVP8 ');
    // The lossy frame's header: https://www.rfc-editor.org/rfc/rfc6386#section-9.1
    expect([bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff]).toEqual([260, 260]);
  }
});

test('the archive says its licence and whom to credit', async () => {
  expect(await archive.getMetadata()).toMatchObject({
    attribution: relief.credit,
    licence: relief.licence,
  });
});

test('the Debian package of the elevations is the one listed', () => {
  const { inputs } = parse(readFileSync(new URL('sources.yaml', GEO), 'utf8')) as {
    inputs: { id: string; version?: string; sha256: string }[];
  };
  const listed = inputs.find(({ id }) => id === 'marble-elevation');
  expect(listed).toMatchObject({ version: MARBLE.version, sha256: MARBLE.sha256 });
});

test.each([
  ['Lake Superior', 131, 183],
  ['Lake Baikal', 148, 456],
  ['Lake Victoria', 181, 1134],
])('%s has the height that grey codes are read by', (_, code, metres) => {
  expect(Math.abs(metresOfGrey(code) - metres)).toBeLessThan(10);
});

test('grey codes rise with the heights they stand for; the sea is 0', () => {
  const heights = [...Array(256).keys()].map(metresOfGrey);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect([heights[0], heights[96], heights[255]]).toEqual([0, 0, 9000]);
});

test('a code of ours comes back as the height it was made of, within half a step', () => {
  for (const metres of [0, 3, 40, 250, 1300, 2744, 5000, 7000]) {
    const code = codeOfMetres(metres);
    const step = metresOfCode(code + 1) - metresOfCode(code);
    expect(Math.abs(metresOfCode(code) - metres)).toBeLessThanOrEqual(step / 2 + 0.1);
  }
});

/** Metres at places, by the tiles of zoom 5 as a map reads them. */
async function metresAt(places: readonly LngLat[]): Promise<number[]> {
  const tiles = new Map<string, Uint8ClampedArray>();
  const heights: number[] = [];
  for (const place of places) {
    const [x, y] = project(place).map((part) => part * 2 ** 5) as [number, number];
    const key: TileKey = [5, Math.floor(x), Math.floor(y)];
    const pixels = tiles.get(key.join()) ?? elevationTile(decodeGreyWebp((await picture(key))!));
    tiles.set(key.join(), pixels);
    const [column, row] = [x, y].map((part) => Math.floor((part % 1) * ELEVATION_SIDE));
    heights.push(heightIn(pixels, row! * ELEVATION_SIDE + column!));
  }
  return heights;
}

/** Metres of a pixel, as MapLibre reads the `terrarium` encoding. */
function heightIn(pixels: Uint8ClampedArray, at: number): number {
  return pixels[4 * at]! * 256 + pixels[4 * at + 1]! + pixels[4 * at + 2]! / 256 - 32768;
}

test.runIf(canDecode)('mountains, plains and seas of Korea are where they are', async () => {
  const [paektu, kaema, seoul, wonsanBay, eastSea, westSea] = await metresAt([
    [128.07, 42.01],
    [127.3, 40.7],
    [126.98, 37.56],
    [128, 39.3],
    [131, 39],
    [123.5, 36.5],
  ]);
  expect(paektu).toBeGreaterThan(2000);
  expect(kaema).toBeGreaterThan(1000);
  expect(seoul).toBeLessThan(150);
  for (const sea of [wonsanBay, eastSea, westSea]) expect(sea).toBeLessThan(0.5);
});

test.runIf(canDecode)('Paektu-san is the highest within 30 km', async () => {
  const steps = [...Array(41).keys()].map((step) => step / 20 - 1);
  const around = steps
    .flatMap((east) => steps.map((north) => [east, north] as const))
    .filter(([east, north]) => Math.hypot(east, north) <= 1)
    .map(([east, north]): LngLat => [128.08 + (30 * east) / 82.7, 42 + (30 * north) / 111.2]);
  const heights = await metresAt(around);
  const [lon, lat] = around[heights.indexOf(Math.max(...heights))]!;
  expect(Math.abs(lon - 128.08)).toBeLessThan(0.06);
  expect(Math.abs(lat - 42)).toBeLessThan(0.05);
});

test.runIf(canDecode)('zoom 4 begins at 90E where zoom 3, enlarged, ends', async () => {
  const coarse = decodeGreyWebp((await picture([3, 5, 2]))!);
  const west = elevationTile(coarse, { size: 128, left: 128, top: 128 });
  const east = elevationTile(decodeGreyWebp((await picture([4, 12, 5]))!));
  const rows = [...Array(ELEVATION_SIDE).keys()].map((row) => row * ELEVATION_SIDE);
  const meanStep = (from: (row: number) => number, to: (row: number) => number) =>
    rows.reduce((sum, row) => sum + Math.abs(to(row) - from(row)), 0) / rows.length;
  const end = (row: number) => heightIn(west, row + ELEVATION_SIDE - 1);
  const across = meanStep(end, (row) => heightIn(east, row));
  const before = meanStep((row) => heightIn(west, row + ELEVATION_SIDE - 2), end);
  const after = meanStep(
    (row) => heightIn(east, row),
    (row) => heightIn(east, row + 1),
  );
  expect(across).toBeLessThan(2 * before);
  expect(across).toBeLessThan(2 * after);
});
