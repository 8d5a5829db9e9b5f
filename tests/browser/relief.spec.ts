import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { GEO } from '../../geo/lib/inputs.ts';
import { openTiles } from '../../geo/lib/tile-report.ts';
import type { TileKey } from '../../geo/lib/tile-views.ts';
import { relief } from '../../geo/recipes/relief.ts';
import { project } from '../../src/core/camera.ts';
import type { LngLat } from '../../src/core/story.ts';
import { ELEVATION_SIDE, elevationTile } from '../../src/map/relief-tile.ts';

const archive = openTiles(new Uint8Array(readFileSync(new URL(relief.output, GEO))));

/** The pixels of a tile's picture, RGBA, as a browser reads them. */
async function picture(page: Page, key: TileKey): Promise<number[]> {
  const tile = await archive.getZxy(...key);
  const text = Buffer.from(tile!.data).toString('base64');
  return page.evaluate(async (webp) => {
    const bytes = Uint8Array.from(atob(webp), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none' });
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    return [...(context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [])];
  }, text);
}

/** Metres at places, by the tiles of zoom 5 as a map reads them. */
async function metresAt(page: Page, places: readonly LngLat[]): Promise<number[]> {
  const tiles = new Map<string, Uint8ClampedArray>();
  const heights: number[] = [];
  for (const place of places) {
    const [x, y] = project(place).map((part) => part * 2 ** 5) as [number, number];
    const key: TileKey = [5, Math.floor(x), Math.floor(y)];
    const pixels = tiles.get(key.join()) ?? elevationTile(await picture(page, key));
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

test('mountains, plains and seas of Korea are where they are', async ({ page }) => {
  const [paektu, kaema, seoul, wonsanBay, eastSea, westSea] = await metresAt(page, [
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

test('Paektu-san is the highest within 30 km', async ({ page }) => {
  const steps = [...Array(41).keys()].map((step) => step / 20 - 1);
  const around = steps
    .flatMap((east) => steps.map((north) => [east, north] as const))
    .filter(([east, north]) => Math.hypot(east, north) <= 1)
    .map(([east, north]): LngLat => [128.08 + (30 * east) / 82.7, 42 + (30 * north) / 111.2]);
  const heights = await metresAt(page, around);
  const [lon, lat] = around[heights.indexOf(Math.max(...heights))]!;
  expect(Math.abs(lon - 128.08)).toBeLessThan(0.06);
  expect(Math.abs(lat - 42)).toBeLessThan(0.05);
});

test('zoom 4 begins at 90E where zoom 3, enlarged, ends', async ({ page }) => {
  const coarse = await picture(page, [3, 5, 2]);
  const west = elevationTile(coarse, { size: 128, left: 128, top: 128 });
  const east = elevationTile(await picture(page, [4, 12, 5]));
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
