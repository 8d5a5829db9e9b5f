/** A part of a larger grid of square cells. */
export interface Part {
  /** Column of the larger grid that the first column is. */
  left: number;
  /** Row of the larger grid that the first row is. */
  top: number;
  width: number;
  height: number;
}

/** Numbers on a part of a grid, row by row from the north-west. */
export interface Raster extends Part {
  values: Float32Array;
}

/** A part of a raster, in the larger grid's columns and rows; it must lie within. */
export function cropped(raster: Raster, part: Part): Raster {
  const values = new Float32Array(part.width * part.height);
  for (let y = 0; y < part.height; y += 1) {
    const from = (part.top + y - raster.top) * raster.width + part.left - raster.left;
    values.set(raster.values.subarray(from, from + part.width), y * part.width);
  }
  return { ...part, values };
}

/** A grid of cells twice as large, each the mean of four. Left, top, width and height must be even. */
export function halved({ left, top, width, height, values }: Raster): Raster {
  const half = new Float32Array((width * height) / 4);
  for (let at = 0; at < half.length; at += 1) {
    const from = 2 * (at % (width / 2)) + 2 * width * Math.floor(at / (width / 2));
    const north = values[from]! + values[from + 1]!;
    half[at] = (north + values[from + width]! + values[from + width + 1]!) / 4;
  }
  return { left: left / 2, top: top / 2, width: width / 2, height: height / 2, values: half };
}

/** How one line of cells is made from another: for each new cell, weights of old ones from `first`. */
export type Taps = readonly { first: number; weights: readonly number[] }[];

/**
 * Taps for `count` new cells; `place` says where on the old line (in cells, 0 is the first one's edge)
 * a place on the new line lies. Each new cell is the mean of `samples` places in it, each between the
 * middles of two old cells by a straight line.
 */
export function tapsFor(count: number, samples: number, place: (at: number) => number): Taps {
  return Array.from({ length: count }, (_, at) => {
    const places = Array.from({ length: samples }, (_, s) => place(at + (s + 0.5) / samples) - 0.5);
    const first = Math.floor(Math.min(...places));
    const weights = new Array<number>(Math.floor(Math.max(...places)) - first + 2).fill(0);
    for (const each of places) {
      const [cell, part] = [Math.floor(each), each - Math.floor(each)];
      weights[cell - first]! += (1 - part) / samples;
      weights[cell - first + 1]! += part / samples;
    }
    return { first, weights };
  });
}

/** The values of a raster made anew from taps along its rows and its columns. */
export function resampled(
  { width, height, values }: Raster,
  across: Taps,
  down: Taps,
): Float32Array {
  return turned(turned(values, width, across), height, down);
}

/** Rows of so many values made anew, and turned over: what was a row is a column. The edges go on. */
function turned(values: Float32Array, width: number, taps: Taps): Float32Array {
  const height = values.length / width;
  const result = new Float32Array(taps.length * height);
  for (const [x, { first, weights }] of taps.entries()) {
    const columns = weights.map((_, at) => Math.max(0, Math.min(width - 1, first + at)));
    for (let y = 0; y < height; y += 1) {
      let sum = 0;
      for (let at = 0; at < columns.length; at += 1) {
        sum += weights[at]! * values[y * width + columns[at]!]!;
      }
      result[x * height + y] = sum;
    }
  }
  return result;
}
