import polygonClipping, { type Geom, type MultiPolygon } from 'polygon-clipping';

/** What is made of polygons. */
export type Operation = 'union' | 'intersection' | 'difference';

/** Parts of the world's width on which corners are laid where the sweep fails: 4 cm, then 2 m. */
const GRIDS = [2 ** -30, 2 ** -24];

type Nested = number | readonly Nested[];

/** Nested lists of numbers, each at the nearest line of a grid. */
function snap<List extends Nested>(list: List, grid: number): List {
  const snapped =
    typeof list === 'number'
      ? Math.round(list / grid) * grid
      : list.map((each) => snap(each as Nested, grid));
  return snapped as List;
}

/**
 * Unites, intersects or subtracts polygons of the Mercator map, 0 to 1. Corners that lie nearly but not
 * quite on another edge can make the sweep lose its way; they are then laid on a grid, as far as it
 * takes. `undefined` where none helps.
 */
export function clip(
  operation: Operation,
  subject: Geom,
  ...others: readonly Geom[]
): MultiPolygon | undefined {
  for (const grid of [0, ...GRIDS]) {
    const laid = [subject, ...others].map((each) =>
      grid > 0 ? (snap(each as unknown as Nested, grid) as unknown as Geom) : each,
    ) as [Geom, ...Geom[]];
    try {
      return polygonClipping[operation](...laid);
    } catch {
      // The next grid is coarser.
    }
  }
  return undefined;
}
