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
import { relief } from '../../../geo/recipes/relief.ts';

const file = new Uint8Array(readFileSync(new URL(relief.output, GEO)));
const archive = openTiles(file);
const picture = async (key: TileKey) => {
  const tile = await archive.getZxy(...key);
  return tile && new Uint8Array(tile.data);
};

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
