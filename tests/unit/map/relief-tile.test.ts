import { expect, test } from 'vitest';
import { metresOfCode } from '../../../geo/lib/relief-code.ts';
import { ELEVATION_SIDE, elevationTile } from '../../../src/map/relief-tile.ts';
import { metresOf } from '../../../src/style/relief-code.ts';

const SIDE = ELEVATION_SIDE;

/** Metres of a pixel, as MapLibre reads the `terrarium` encoding. */
const metresAt = (pixels: Uint8ClampedArray, x: number, y: number): number => {
  const [red = 0, green = 0, blue = 0] = pixels.subarray(4 * (y * SIDE + x));
  return red * 256 + green + blue / 256 - 32768;
};

/** The stored tile whose first cell stands at a place of a field of codes. */
const cut = (field: (x: number, y: number) => number, left = 0, top = 0): Uint8Array =>
  Uint8Array.from({ length: 260 * 260 }, (_, at) =>
    field(left - 2 + (at % 260), top - 2 + Math.floor(at / 260)),
  );

/** Hills from code 20 to 240 with a sea beside them. */
const hills = (x: number, y: number) =>
  x < 40 ? 0 : Math.round(130 + 110 * Math.sin(x / 9) * Math.cos(y / 13 + x / 50));

const column = [...Array(SIDE).keys()];

test('flat land stays flat, at the height that was written, and so does the sea', () => {
  for (const code of [0, 1, 17, 128, 255]) {
    const pixels = elevationTile(cut(() => code));
    expect(pixels).toHaveLength(4 * SIDE * SIDE);
    for (const at of [0, 1, 255, 511]) {
      expect(metresAt(pixels, at, 511 - at)).toBeCloseTo(metresOfCode(code), 1);
    }
  }
  expect(metresAt(elevationTile(cut(() => 0)), 300, 7)).toBe(0);
});

test('codes are read by the law they were written by', () => {
  for (let code = 0; code < 256; code += 1) expect(metresOf(code)).toBe(metresOfCode(code));
});

test('the middle of a hill as wide as eight cells keeps its height within a metre', () => {
  const pixels = elevationTile(
    cut((x, y) => (Math.abs(x - 99) < 5 && Math.abs(y - 60) < 5 ? 90 : 60)),
  );
  expect(Math.abs(metresAt(pixels, 199, 121) - metresOfCode(90))).toBeLessThan(1);
  expect(Math.abs(metresAt(pixels, 20, 20) - metresOfCode(60))).toBeLessThan(1);
});

test('sea stays 0 up to two cells off a coast, and nothing swings below it', () => {
  const pixels = elevationTile(cut(hills));
  const heights = column.flatMap((y) => column.map((x) => ({ x, height: metresAt(pixels, x, y) })));
  expect(heights.filter(({ x, height }) => x < 2 * 38 - 1 && height !== 0)).toEqual([]);
  expect(heights.filter(({ height }) => height < 0)).toEqual([]);
});

test('a slope that always rises is read as one that always rises', () => {
  const pixels = elevationTile(cut((x) => Math.max(0, Math.min(255, x))));
  const heights = column.map((x) => metresAt(pixels, x, 100));
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(new Set(heights.slice(20, 500)).size).toBe(480);
});

test('tiles beside each other are equal where they meet, and so are tiles above each other', () => {
  const [west, east] = [elevationTile(cut(hills)), elevationTile(cut(hills, 256))];
  const south = elevationTile(cut(hills, 0, 256));
  for (const at of column) {
    expect(metresAt(east, 0, at)).toBe(metresAt(west, 511, at));
    expect(metresAt(south, at, 0)).toBe(metresAt(west, at, 511));
  }
});

test('one tile goes on where the other ends: no step at the border is larger than those beside it', () => {
  const [west, east] = [elevationTile(cut(hills)), elevationTile(cut(hills, 256))];
  const step = (tile: Uint8ClampedArray, from: number) =>
    Math.max(...column.map((y) => Math.abs(metresAt(tile, from + 1, y) - metresAt(tile, from, y))));
  // The edge's own pixel stands half a pixel further out than its place.
  expect(step(west, 510)).toBeLessThan(1.8 * step(west, 508));
  expect(step(east, 0)).toBeLessThan(1.8 * step(east, 2));
});

test('MapLibre, which repeats the last pixel of a tile, reads true slopes up to the border', () => {
  const pixels = elevationTile(cut((x) => Math.max(0, x), -20));
  const height = (x: number) => metresAt(pixels, Math.min(x, SIDE - 1), 100);
  for (let x = 400; x < SIDE; x += 1) {
    const code = (x + 0.5) / 2 - 0.5 - 20;
    const slope = (7000 / 255 ** 2) * code;
    expect((height(x + 1) - height(x - 1)) / 2 / slope, `pixel ${x}`).toBeCloseTo(1, 1);
  }
});

test('a part of a tile is the same surface, larger', () => {
  const picture = cut(hills);
  const whole = elevationTile(picture);
  const part = elevationTile(picture, { size: 64, left: 64, top: 128 });
  for (const at of [3, 77, 200, 411]) {
    const around = [0, 1, 2, 3].map((step) => metresAt(part, 4 * (at >> 2) + step, 4 * (at >> 2)));
    const there = metresAt(whole, 128 + (at >> 2), 256 + (at >> 2));
    expect(Math.min(...around) - 60).toBeLessThan(there);
    expect(Math.max(...around) + 60).toBeGreaterThan(there);
  }
  const next = elevationTile(picture, { size: 64, left: 128, top: 128 });
  const steps = column.map((y) => Math.abs(metresAt(next, 0, y) - metresAt(part, 511, y)));
  const usual = column.map((y) => Math.abs(metresAt(part, 511, y) - metresAt(part, 510, y)));
  expect(Math.max(...steps)).toBeLessThan(1.5 * Math.max(...usual));
});

test('RGBA pixels of the picture give what its grey bytes give', () => {
  const grey = cut(hills);
  const rgba = Uint8ClampedArray.from({ length: 4 * grey.length }, (_, at) =>
    at % 4 === 3 ? 255 : grey[at >> 2]!,
  );
  const [first, second] = [rgba, grey].map((picture) => Buffer.from(elevationTile(picture)));
  expect(first!.equals(second!)).toBe(true);
});

test('every pixel is opaque, or a canvas would change its colour', () => {
  const alphas = elevationTile(cut(hills)).filter((_, at) => at % 4 === 3);
  expect(new Set(alphas)).toEqual(new Set([255]));
});
