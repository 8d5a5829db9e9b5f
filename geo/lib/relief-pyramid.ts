import { unproject } from '../../src/core/camera.ts';
import { sharpened, splineAt } from './b-spline.ts';
import { deblocked } from './deblock.ts';
import { CELLS_IN_DEGREE, JPEG_TILES, metresOfGrey } from './marble-elevation.ts';
import { cropped, halved, type Part, type Raster, resampled, tapsFor } from './raster.ts';

/** Cells along a relief tile's side. */
export const TILE_CELLS = 256;

/** The last zoom of the whole world. */
export const WORLD = 3;

/** A rectangle of tiles of one zoom: its first and last column, and row. */
export interface FineTiles {
  zoom: number;
  columns: readonly [number, number];
  rows: readonly [number, number];
}

/** The finer zooms, each for a part of the one before it: 90-157.5E and 112.5-157.5E, 22-55.8N. */
export const FINE: readonly FineTiles[] = [
  { zoom: 4, columns: [12, 14], rows: [5, 6] },
  { zoom: 5, columns: [26, 29], rows: [10, 13] },
];

/** Width of the edge in which a finer zoom comes up out of the one before it: degrees of longitude. */
const FEATHER = 5.6;

/** Cells around a finer zoom's part, for the margins of its tiles. */
const SURROUND = 4;

/** The JPEG tiles under the finer zooms, first and last: 90-157.5E, 22.5-67.5N. */
const FINE_JPEGS = { columns: [12, 14], rows: [1, 2] } as const;

/** Metres taken off everything, so that ripples of the JPEG do not rise out of shallow seas. */
const RIPPLES = 8;

/** South of this the base map has no land to shade (it leaves Antarctica out): degrees. */
const SOUTH_END = -60;

/**
 * Metres above the sea on cells of the web's Mercator projection, a raster for each zoom, from the
 * world's grey codes; cells are counted from 180W and 85N. Finer zooms have only the parts of `FINE`;
 * their edges follow the zoom before as a reader gets it, which `asRead` tells.
 */
export function pyramidOf(
  grey: Raster,
  asRead: (raster: Raster, zoom: number) => Raster,
): Raster[] {
  const last = (90 - SOUTH_END) * CELLS_IN_DEGREE * grey.width;
  const metres = grey.values.map((code, at) => (at < last ? heightOf(code) : 0));
  const size = TILE_CELLS * 2 ** WORLD;
  const all = { left: 0, top: 0, width: size, height: size };
  const pyramid = [inMercator({ ...grey, values: metres }, WORLD, all)];
  for (let zoom = WORLD; zoom > 0; zoom -= 1) pyramid.unshift(halved(pyramid[0]!));
  const fine = withoutBlocks(grey);
  for (const tiles of FINE) {
    const own = inMercator(fine, tiles.zoom, widened(partOf(tiles, TILE_CELLS)));
    const before = asRead(pyramid.at(-1)!, tiles.zoom - 1);
    pyramid.push(sharpened(feathered(own, tiles.zoom, before)));
  }
  return pyramid;
}

function withoutBlocks(grey: Raster): Raster {
  const { side } = JPEG_TILES;
  const { values, ...place } = deblocked(cropped(grey, partOf(FINE_JPEGS, side)), side);
  return { ...place, values: values.map(heightOf) };
}

function heightOf(code: number): number {
  return Math.max(0, metresOfGrey(code) - RIPPLES);
}

function partOf({ columns, rows }: Pick<FineTiles, 'columns' | 'rows'>, side: number): Part {
  return {
    left: columns[0] * side,
    top: rows[0] * side,
    width: (columns[1] - columns[0] + 1) * side,
    height: (rows[1] - rows[0] + 1) * side,
  };
}

function widened({ left, top, width, height }: Part): Part {
  return {
    left: left - SURROUND,
    top: top - SURROUND,
    width: width + 2 * SURROUND,
    height: height + 2 * SURROUND,
  };
}

/** A finer raster that at its edges is the surface of the one before it, so that no seam shows. */
function feathered(fine: Raster, zoom: number, before: Raster): Raster {
  const { left, top, width, height } = fine;
  const reach = (FEATHER / 360) * TILE_CELLS * 2 ** zoom;
  const values = fine.values.map((value, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const inset = Math.min(x, y, width - 1 - x, height - 1 - y) - SURROUND;
    const way = Math.max(0, Math.min(1, inset / reach));
    const share = way * way * (3 - 2 * way);
    if (share === 1) return value;
    const coarse = splineAt(before, [(left + x + 0.5) / 2, (top + y + 0.5) / 2]);
    return share * value + (1 - share) * coarse;
  });
  return { ...fine, values };
}

/** Metres of the degree grid on cells of a zoom. */
function inMercator(metres: Raster, zoom: number, box: Part): Raster {
  const size = TILE_CELLS * 2 ** zoom;
  const round = 360 * CELLS_IN_DEGREE;
  const samples = Math.ceil(round / size);
  const across = tapsFor(box.width, samples, (at) => {
    return (round * (box.left + at)) / size - metres.left;
  });
  const down = tapsFor(box.height, samples, (at) => {
    const [, lat] = unproject([0, (box.top + at) / size]);
    return (90 - lat) * CELLS_IN_DEGREE - metres.top;
  });
  return { ...box, values: resampled(metres, across, down) };
}
