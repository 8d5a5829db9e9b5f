/** Metres above the sea that the highest code stands for; the highest cell of the pyramid is 6540. */
const HIGHEST = 7000;

/**
 * The code of a height in a relief tile, whole, 0 to 255: the root of its share in 7000 m. So low land,
 * where a map reader looks for valleys, has finer steps (4 m at 40 m, 40 m at 3500 m), and the noise of
 * a lossy picture grows with the relief that hides it.
 */
export function codeOfMetres(metres: number): number {
  return Math.round(255 * Math.sqrt(Math.min(1, metres / HIGHEST)));
}

/** Metres above the sea of a code. `src/map/relief-tile.ts` reads tiles by the same law. */
export function metresOfCode(code: number): number {
  return HIGHEST * (code / 255) ** 2;
}
