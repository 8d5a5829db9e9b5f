/** Side of a tile in the units that its coordinates are written in. */
export const EXTENT = 4096;

/** Tile units in a pixel of a tile that is drawn as large as MapLibre means it, 512 pixels. */
export const PIXEL = EXTENT / 512;

/** How much of the data the tiles of a zoom show. */
export interface Detail {
  /** A simplified line stays within this of the full one: pixels. */
  tolerance: number;
  /** Positions are rounded to multiples of this: tile units. */
  grid: number;
  /** Smaller islands are not drawn: square pixels. */
  island: number;
  /** Smaller lakes are not drawn: square pixels. */
  lake: number;
  /** Rivers of this rank and of greater ones are drawn; 0 is the greatest, 9 the least. */
  rank: number;
  /** Whether rivers have their names. */
  names: boolean;
  /** How often lines are rounded off in East Asia. */
  rounds: number;
  /** Whether railways around Korea have ties, and bridges are drawn. */
  ties: boolean;
}

/**
 * The detail of each zoom from 0. The first ones are what a reader waits for on the globe; those that
 * are drawn enlarged when the map comes closer (5, and 7 in East Asia) are the finest. Chosen by eye,
 * against the sizes that `reportTiles` gives.
 */
export const DETAILS: readonly Detail[] = [
  { tolerance: 0.8, grid: 4, island: 6, lake: 16, rank: 1, names: false, rounds: 0, ties: false },
  { tolerance: 0.7, grid: 4, island: 6, lake: 16, rank: 2, names: false, rounds: 0, ties: false },
  { tolerance: 0.6, grid: 4, island: 5, lake: 12, rank: 3, names: false, rounds: 0, ties: false },
  { tolerance: 0.5, grid: 2, island: 4, lake: 10, rank: 4, names: false, rounds: 0, ties: false },
  { tolerance: 0.45, grid: 2, island: 3, lake: 8, rank: 6, names: false, rounds: 0, ties: false },
  { tolerance: 0.2, grid: 1, island: 2, lake: 5, rank: 9, names: true, rounds: 0, ties: false },
  { tolerance: 0.25, grid: 1, island: 1, lake: 0, rank: 9, names: true, rounds: 1, ties: false },
  { tolerance: 0.1, grid: 1, island: 0, lake: 0, rank: 9, names: true, rounds: 2, ties: true },
];
