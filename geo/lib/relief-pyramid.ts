import { unproject } from '../../src/core/camera.ts';
import { deblocked } from './deblock.ts';
import { CELLS_IN_DEGREE, JPEG_TILES, metresOfGrey } from './marble-elevation.ts';
import { cropped, halved, mapped, type Raster, resampled, tapsFor } from './raster.ts';

/** Cells along a relief tile's side, and the cells of its neighbours that it holds on each side. */
export const TILE = { cells: 256, margin: 2 } as const;

/** The zoom that the whole world reaches, and the one that the fine part does. */
export const ZOOMS = { world: 3, fine: 5 } as const;

/** The fine part in tiles of the finest zoom, the last ones included: 112.5-157.5E, 22-55.8N. */
export const FINE_TILES = { west: 26, north: 10, east: 29, south: 13 } as const;

/** Cells, at the finest zoom, over which the fine part comes up out of the world's level: 5.6 degrees. */
const FEATHER = 128;

/** Cells around the fine part, so that its tiles find their margins. */
const SURROUND = 8;

/** The JPEG tiles, columns and rows, that the fine part is made from: 90-157.5E, 22.5-67.5N. */
const FINE_JPEGS = { columns: [12, 15], rows: [1, 3] } as const;

/** Metres above the sea in Web Mercator, one raster a zoom; cells are counted from 180W and 85N. */
export type Pyramid = readonly Raster[];

/** The rasters of all zooms from the world's grey codes. The finer ones hold the fine part only. */
export function pyramidOf(grey: Raster): Pyramid {
  const side = TILE.cells * 2 ** ZOOMS.world;
  const all = { left: 0, top: 0, width: side, height: side };
  const metres = { ...grey, values: grey.values.map(metresOfGrey) };
  const world = [inMercator(metres, ZOOMS.world, all)];
  for (let zoom = ZOOMS.world; zoom > 0; zoom -= 1) world.unshift(halved(world[0]!));
  const finest = finePart(grey, sharpened(world.at(-1)!));
  return [...world.map(sharpened), sharpened(halved(finest)), sharpened(finest)];
}

function finePart(grey: Raster, world: Raster): Raster {
  const { west, north, east, south } = FINE_TILES;
  const box = {
    left: west * TILE.cells - SURROUND,
    top: north * TILE.cells - SURROUND,
    width: (east + 1 - west) * TILE.cells + 2 * SURROUND,
    height: (south + 1 - north) * TILE.cells + 2 * SURROUND,
  };
  const { columns, rows } = FINE_JPEGS;
  const { side } = JPEG_TILES;
  const part = cropped(grey, {
    left: columns[0] * side,
    top: rows[0] * side,
    width: (columns[1] - columns[0]) * side,
    height: (rows[1] - rows[0]) * side,
  });
  const metres = mapped(deblocked(part, side), metresOfGrey);
  const fine = inMercator(metres, ZOOMS.fine, box);
  return mapped(fine, (value, x, y) => {
    const inset = Math.min(
      x - box.left,
      y - box.top,
      box.left + box.width - 1 - x,
      box.top + box.height - 1 - y,
    );
    const part = Math.max(0, Math.min(1, (inset - SURROUND) / FEATHER));
    const share = part * part * (3 - 2 * part);
    if (share === 1) return value;
    const scale = 2 ** (ZOOMS.world - ZOOMS.fine);
    return share * value + (1 - share) * splineAt(world, (x + 0.5) * scale, (y + 0.5) * scale);
  });
}

/** Metres of the degree grid on cells of a zoom. */
function inMercator(metres: Raster, zoom: number, box: Omit<Raster, 'values'>): Raster {
  const size = TILE.cells * 2 ** zoom;
  const samples = Math.ceil((360 * CELLS_IN_DEGREE) / size);
  const across = tapsFor(box.width, samples, (at) => {
    return (360 * CELLS_IN_DEGREE * (box.left + at)) / size - metres.left;
  });
  const down = tapsFor(box.height, samples, (at) => {
    const [, lat] = unproject([0, (box.top + at) / size]);
    return (90 - lat) * CELLS_IN_DEGREE - metres.top;
  });
  return { ...box, values: resampled(metres, across, down) };
}

/**
 * The values that a reader's smooth curves bring back to what they were, nearly: a cubic B-spline takes
 * a sixth from each side, this gives as much back. Sea stays 0.
 */
function sharpened(raster: Raster): Raster {
  const { width, height, values } = raster;
  const at = (x: number, y: number) =>
    values[Math.max(0, Math.min(height - 1, y)) * width + ((x + width) % width)]!;
  return mapped(raster, (value, column, row) => {
    const [x, y] = [column - raster.left, row - raster.top];
    const around = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1);
    return value === 0 ? 0 : Math.max(0, value + SHARPEN * (4 * value - around));
  });
}
const SHARPEN = 1 / 6;

/** The uniform cubic B-spline over a raster at a place in its cells (0 is the first one's edge). */
function splineAt({ width, height, values }: Raster, x: number, y: number): number {
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [across, down] = [splineWeights(x - 0.5 - column), splineWeights(y - 0.5 - row)];
  let sum = 0;
  for (const [j, weight] of down.entries()) {
    const line = Math.max(0, Math.min(height - 1, row + j - 1)) * width;
    for (let i = 0; i < 4; i += 1) {
      sum += weight * across[i]! * values[line + ((column + i - 1 + width) % width)]!;
    }
  }
  return sum;
}

function splineWeights(t: number): [number, number, number, number] {
  const [a, b] = [(1 - t) ** 3 / 6, t ** 3 / 6];
  return [a, 2 / 3 - t * t * (1 - t / 2), 2 / 3 - (1 - t) ** 2 * ((1 + t) / 2), b];
}

/** Metres that the highest code stands for. */
export const HIGHEST = 7000;

/**
 * The code of a height in a relief tile, 0 to 255: `255 * sqrt(metres / 7000)`, so that low land has
 * finer steps (code 20 is 43 m, its neighbours 4 m off) than mountains (a step is 40 m at 3500 m).
 */
export function codeOfMetres(metres: number): number {
  return Math.round(255 * Math.sqrt(Math.min(1, metres / HIGHEST)));
}

/** The codes of a tile with its margins, row by row. */
export function tileCodes(raster: Raster, z: number, x: number, y: number): Uint8Array {
  const { left, top, width, height, values } = raster;
  const size = TILE.cells * 2 ** z;
  const side = TILE.cells + 2 * TILE.margin;
  return Uint8Array.from({ length: side * side }, (_, at) => {
    const column = (x * TILE.cells - TILE.margin + (at % side) + size) % size;
    const row = y * TILE.cells - TILE.margin + Math.floor(at / side);
    const line = Math.max(0, Math.min(height - 1, row - top));
    return codeOfMetres(values[line * width + column - left]!);
  });
}
