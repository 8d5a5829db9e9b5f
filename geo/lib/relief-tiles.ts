import type { Tile } from '../../src/tiles/pmtiles-writer.ts';
import type { Raster } from './raster.ts';
import { codeOfMetres, metresOfCode } from './relief-code.ts';
import { FINE, TILE_CELLS, WORLD } from './relief-pyramid.ts';
import { type TileKey, tilesInView, tilesOf, type VIEWS } from './tile-views.ts';
import { decodeGreyWebp, encodeGreyWebp } from './webp.ts';

/** Cells of the tiles beside it that a tile holds on each side: what a cubic reaches. */
const MARGIN = 2;

/**
 * WebP qualities of the zooms, by eye: as low as hillshade shows no blocks. The far zooms have the
 * steepest pictures, and the first view of a globe is to stay under 40 kB.
 */
const QUALITY = [70, 70, 76, 66, 82, 86] as const;

const LAST = QUALITY.length - 1;

/** The relief tiles that there are: the world's to zoom 3, the fine part's after that. */
export function reliefTileKeys(): TileKey[] {
  return QUALITY.flatMap((_, zoom) => tilesOf(zoom).filter(isMade));
}

function isMade([z, x, y]: TileKey): boolean {
  const within = (at: number, [first, last]: readonly [number, number]) =>
    at >= first && at <= last;
  const fine = FINE.find(({ zoom }) => zoom === z);
  return z <= WORLD || (fine !== undefined && within(x, fine.columns) && within(y, fine.rows));
}

/** The relief tiles that a view needs; tiles of the last zoom stand in for closer ones. */
export function reliefInView(view: (typeof VIEWS)[keyof typeof VIEWS]): TileKey[] {
  const keys = tilesInView(view).map(([z, x, y]): TileKey => {
    const closer = Math.max(0, z - LAST);
    return [z - closer, x >> closer, y >> closer];
  });
  return [...new Map(keys.map((key) => [key.join(), key])).values()];
}

const SIDE = TILE_CELLS + 2 * MARGIN;

/** A relief tile: a grey WebP picture of 260 by 260 codes of metres, margins included. */
export function reliefTile(raster: Raster, [z, x, y]: TileKey): Tile {
  const codes = codesOf(raster, [z, x, y]);
  return { z, x, y, bytes: encodeGreyWebp(codes, QUALITY[z]!) };
}

/** A zoom's raster as it comes out of its tiles, which are lossy. */
export function asRead(raster: Raster, zoom: number): Raster {
  const { left, top, width } = raster;
  const values = raster.values.slice();
  for (const [z, x, y] of reliefTileKeys().filter(([z]) => z === zoom)) {
    const codes = decodeGreyWebp(reliefTile(raster, [z, x, y]).bytes);
    for (let row = 0; row < TILE_CELLS; row += 1) {
      const from = (row + MARGIN) * SIDE + MARGIN;
      const to = (y * TILE_CELLS + row - top) * width + x * TILE_CELLS - left;
      values.set(Float32Array.from(codes.subarray(from, from + TILE_CELLS), metresOfCode), to);
    }
  }
  return { ...raster, values };
}

function codesOf({ left, top, width, height, values }: Raster, [z, x, y]: TileKey): Uint8Array {
  const round = TILE_CELLS * 2 ** z;
  return Uint8Array.from({ length: SIDE * SIDE }, (_, at) => {
    const column = (x * TILE_CELLS - MARGIN + (at % SIDE) + round) % round;
    const row = y * TILE_CELLS - MARGIN + Math.floor(at / SIDE);
    const line = Math.max(0, Math.min(height - 1, row - top));
    return codeOfMetres(values[line * width + column - left]!);
  });
}
