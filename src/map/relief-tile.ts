/** Values along a stored tile's side: 256 cells, and on each side 2 of the tile beside it. */
const STORED = 260;
const MARGIN = 2;

/** Pixels along a side of what {@link elevationTile} makes. */
export const ELEVATION_SIDE = 512;

/** A square part of a tile, in its 256 cells: the side, and how far it is from the west and north edge. */
export interface TilePart {
  size: number;
  left: number;
  top: number;
}

/** Metres above the sea of a stored value from 0 to 255. `geo/lib/relief-code.ts` is the way there. */
export function metresOf(value: number): number {
  return 7000 * (value / 255) ** 2;
}

/**
 * Rows of stored values, each stretched over the pixels of a side from `start`, and turned over: what
 * was a row is a column. Weights are those of the uniform cubic B-spline.
 */
function stretched(rows: Float32Array, start: number, size: number): Float32Array {
  const height = rows.length / STORED;
  const pixels = new Float32Array(ELEVATION_SIDE * height);
  for (let pixel = 0; pixel < ELEVATION_SIDE; pixel++) {
    // The first and the last stand on the very edge, which the tile beside shares.
    const middle = pixel + (pixel < 1 ? 0 : pixel > ELEVATION_SIDE - 2 ? 1 : 0.5);
    const place = MARGIN + start + (middle / ELEVATION_SIDE) * size - 0.5;
    const t = place % 1;
    const s = 1 - t;
    const [a, b] = [s ** 3 / 6, 2 / 3 - t * t * (1 - t / 2)];
    const [c, d] = [2 / 3 - s * s * (1 - s / 2), t ** 3 / 6];
    for (let row = 0; row < height; row++) {
      const at = row * STORED + Math.floor(place);
      pixels[pixel * height + row] =
        a * rows[at - 1]! + b * rows[at]! + c * rows[at + 1]! + d * rows[at + 2]!;
    }
  }
  return pixels;
}

/**
 * A relief tile's picture, 260 by 260 grey bytes or RGBA pixels, as 512 by 512 RGBA pixels in MapLibre's
 * `terrarium` encoding: metres = red * 256 + green + blue / 256 - 32768. A `part` of it, as large, stands in
 * for a tile of a closer zoom. All weights are positive, so that nothing swings over at a coast. A pixel
 * is the height at its middle, but those along the border are that at the border itself: there
 * neighbouring tiles are equal.
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
