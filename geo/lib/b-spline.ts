import type { Raster } from './raster.ts';

/**
 * The uniform cubic B-spline over a raster, at a place in the larger grid's cells: `[0, 0]` is the
 * north-west corner of its first cell. Past the raster's edges the edge goes on. It is the surface that
 * a reader of relief tiles draws through them.
 */
export function splineAt(raster: Raster, [x, y]: [number, number]): number {
  const { left, top, width, height, values } = raster;
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [across, down] = [weightsAt(x - 0.5 - column), weightsAt(y - 0.5 - row)];
  let sum = 0;
  for (const [j, weight] of down.entries()) {
    const line = limited(row + j - 1 - top, height) * width;
    for (const [i, share] of across.entries()) {
      sum += weight * share * values[line + limited(column + i - 1 - left, width)]!;
    }
  }
  return sum;
}

function limited(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}

/** Shares of the four cells around a place, `t` of the way from the second to the third. */
function weightsAt(t: number): number[] {
  const s = 1 - t;
  return [s ** 3 / 6, 2 / 3 - t * t * (1 - t / 2), 2 / 3 - s * s * (1 - s / 2), t ** 3 / 6];
}

/**
 * A raster whose B-spline comes close to the heights that its values are means of. The spline takes a
 * sixth of what a cell is above each neighbour, the means took a little before it: a fifth is given
 * back. What is 0 stays 0, and nothing falls below.
 */
export function sharpened(raster: Raster): Raster {
  const { width, height, values } = raster;
  const sharp = values.map((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (value === 0 || x === 0 || y === 0 || x === width - 1 || y === height - 1) return value;
    const around = values[at - 1]! + values[at + 1]! + values[at - width]! + values[at + width]!;
    return Math.max(0, value + (4 * value - around) / 5);
  });
  return { ...raster, values: sharp };
}
