/** Values along a stored relief tile's side: 256 cells, and on each side 2 of the tile beside it. */
export const STORED = 260;
/** Stored values on each side that belong to the tile beside. */
export const MARGIN = 2;

/** Metres above the sea of a stored value from 0 to 255. `geo/lib/relief-code.ts` is the way there. */
export function metresOf(value: number): number {
  return 7000 * (value / 255) ** 2;
}
