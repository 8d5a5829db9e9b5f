import { MARGIN, metresOf, STORED } from '../style/relief-code.ts';

/** Pixels along a side of what {@link elevationTile} makes. */
export const ELEVATION_SIDE = 512;

/** A square part of a tile, in its 256 cells: the side, and how far it is from the west and north edge. */
export interface TilePart {
  size: number;
  left: number;
  top: number;
}

/**
 * Rows of stored values, each stretched over the pixels of a side from `start`, and turned over: what
 * was a row is a column. Weights, in sixths, are those of the uniform cubic B-spline.
 */
function stretched(rows: Float32Array, start: number, size: number): Float32Array {
  const height = rows.length / STORED;
  const pixels = new Float32Array(ELEVATION_SIDE * height);
  for (let pixel = 0; pixel < ELEVATION_SIDE; pixel++) {
    // The first and the last stand on the very edge, which the tile beside shares. MapLibre takes a
    // slope from the pixels on both sides, and repeats the last: so they stand off by turns, less
    // and less, and each slope is true, up to the edge.
    const off = Math.max(0, 0.5 - Math.min(pixel, ELEVATION_SIDE - 1 - pixel) / 64);
    const middle = pixel + 0.5 + (pixel % 2 ? off : -off);
    const place = MARGIN + start + (middle / ELEVATION_SIDE) * size - 0.5;
    const t = place % 1;
    const s = 1 - t;
    for (let row = 0; row < height; row++) {
      const at = row * STORED + Math.floor(place);
      pixels[pixel * height + row] =
        (s * s * s * rows[at - 1]! +
          (4 - t * t * (6 - 3 * t)) * rows[at]! +
          (4 - s * s * (6 - 3 * s)) * rows[at + 1]! +
          t * t * t * rows[at + 2]!) /
        6;
    }
  }
  return pixels;
}

/**
 * A relief tile's picture, 260 by 260 grey bytes or RGBA pixels, as 512 by 512 RGBA pixels in MapLibre's
 * `terrarium` encoding: metres = red * 256 + green + blue / 256 - 32768. A `part` of it, as large, stands in
 * for a tile of a closer zoom. All weights are positive, so that nothing swings over at a coast. A pixel
 * is the height at its middle, but those along the border are that at the border itself, where
 * neighbouring tiles are equal; of the 32 next to it each stands a little out of its middle.
 */
export function elevationTile(
  picture: ArrayLike<number>,
  { size, left, top }: TilePart = { size: STORED - 2 * MARGIN, left: 0, top: 0 },
): Uint8ClampedArray<ArrayBuffer> {
  const bytes = picture.length / STORED ** 2;
  const metres = new Float32Array(STORED ** 2);
  for (let at = 0; at < metres.length; at++) metres[at] = metresOf(picture[at * bytes]!);
  const heights = stretched(stretched(metres, left, size), top, size);
  const pixels = new Uint8ClampedArray(4 * ELEVATION_SIDE ** 2);
  for (let at = 0; at < heights.length; at++) {
    const height = heights[at]!;
    pixels[4 * at] = 128 + (height >> 8);
    pixels[4 * at + 1] = height & 255;
    pixels[4 * at + 2] = (height * 256) & 255;
    pixels[4 * at + 3] = 255;
  }
  return pixels;
}
