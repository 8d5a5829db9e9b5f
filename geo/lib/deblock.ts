import type { Raster } from './raster.ts';

/** Steps of the 64 frequencies of a JPEG of quality 70, row by row (IJG's table, as in the files). */
const STEPS = [
  10, 7, 6, 10, 14, 24, 31, 37, 7, 7, 8, 11, 16, 35, 36, 33, 8, 8, 10, 14, 24, 34, 41, 34, 8, 10,
  13, 17, 31, 52, 48, 37, 11, 13, 22, 34, 41, 65, 62, 46, 14, 21, 33, 38, 49, 62, 68, 55, 29, 38,
  47, 52, 62, 73, 72, 61, 43, 55, 57, 59, 67, 60, 62, 59,
];

/** The discrete cosine transform of eight values: row `u` holds the shares in frequency `u`. */
const COSINES = Array.from({ length: 64 }, (_, at) => {
  const [u, x] = [at >> 3, at & 7];
  return (u ? 0.5 : Math.SQRT1_2 / 2) * Math.cos(((2 * x + 1) * u * Math.PI) / 16);
});

/** Rounds of smoothing, and how far (in steps) a frequency may then be from what the file says. */
const ROUNDS = 4;
const FREEDOM = 0.2;

/** Cells that lie in no whole block stay within so many codes of what they were. */
const FREEDOM_OUTSIDE = 3;

/**
 * Grey codes without the blocks and ripples of their JPEG: the smooth picture among those that would
 * have become the same file, found by smoothing and going back to the nearest such picture in turn
 * (Zakhor 1992, "Iterative procedures for reduction of blocking effects in transform image coding").
 * The raster is made of whole JPEG tiles of `side` cells.
 */
export function deblocked(raster: Raster, side: number): Raster {
  const { width, height, values: old } = raster;
  const blocks = blockCorners(width, height, side).map((corner) => {
    const steps = forwards(readBlock(old, corner, width)).map((each, at) => each / STEPS[at]!);
    return { corner, steps: steps.map(Math.round) };
  });
  const blocked = side - (side % 8);
  const isOutside = (at: number) =>
    (at % width) % side >= blocked || Math.floor(at / width) % side >= blocked;
  let values = old;
  for (let round = 0; round < ROUNDS; round += 1) {
    values = blurred(values, width, height).map((value, at) => {
      return isOutside(at) ? near(value, old[at]!, FREEDOM_OUTSIDE) : value;
    });
    for (const { corner, steps } of blocks) {
      const block = forwards(readBlock(values, corner, width)).map((value, at) => {
        return near(value, steps[at]! * STEPS[at]!, FREEDOM * STEPS[at]!);
      });
      writeBlock(values, corner, width, backwards(block));
    }
  }
  return { ...raster, values };
}

function near(value: number, middle: number, reach: number): number {
  return Math.max(middle - reach, Math.min(middle + reach, value));
}

function blockCorners(width: number, height: number, side: number): number[] {
  const starts = (length: number) =>
    Array.from({ length }, (_, at) => at).filter((at) => {
      return (at % side) % 8 === 0 && (at % side) + 8 <= side;
    });
  const columns = starts(width);
  return starts(height).flatMap((y) => columns.map((x) => y * width + x));
}

function readBlock(values: Float32Array, corner: number, width: number): Float64Array {
  const block = new Float64Array(64);
  for (let at = 0; at < 64; at += 1)
    block[at] = values[corner + (at >> 3) * width + (at & 7)]! - 128;
  return block;
}

function writeBlock(
  values: Float32Array,
  corner: number,
  width: number,
  block: Float64Array,
): void {
  for (let at = 0; at < 64; at += 1)
    values[corner + (at >> 3) * width + (at & 7)] = block[at]! + 128;
}

function forwards(block: Float64Array): Float64Array {
  return transformed(block, (u, x) => COSINES[u * 8 + x]!);
}

function backwards(block: Float64Array): Float64Array {
  return transformed(block, (u, x) => COSINES[x * 8 + u]!);
}

/** A block times a matrix along its rows and, turned over, along its columns. */
function transformed(block: Float64Array, matrix: (u: number, x: number) => number): Float64Array {
  let from = block;
  for (let pass = 0; pass < 2; pass += 1) {
    const to = new Float64Array(64);
    for (let at = 0; at < 64; at += 1) {
      let sum = 0;
      for (let x = 0; x < 8; x += 1) sum += from[(at >> 3) * 8 + x]! * matrix(at & 7, x);
      to[(at & 7) * 8 + (at >> 3)] = sum;
    }
    from = to;
  }
  return from;
}

/** Weights 1-2-1 along rows and columns. */
function blurred(values: Float32Array, width: number, height: number): Float32Array {
  const rows = values.map((value, at) => {
    const x = at % width;
    const west = x > 0 ? values[at - 1]! : value;
    const east = x < width - 1 ? values[at + 1]! : value;
    return (west + 2 * value + east) / 4;
  });
  return rows.map((value, at) => {
    const north = at >= width ? rows[at - width]! : value;
    const south = at < width * (height - 1) ? rows[at + width]! : value;
    return (north + 2 * value + south) / 4;
  });
}
