import type { LngLat } from './story.ts';

/** Width and height of a cell, degrees: some ten kilometres. */
const CELL = 0.1;

/** The cells of a grid of degrees whose middle lies on some land. */
export interface LandCells {
  /** The middle of each, in an order in which neighbours come far apart: what is looked for is found soon. */
  middles: readonly LngLat[];
  /** True where the cell that a place is in has its middle on land, or one beside it has. */
  isNear: (place: LngLat) => boolean;
}

/** The rows whose middles lie between two latitudes, or the columns between two longitudes. */
function cellsBetween(from: number, to: number): number[] {
  const first = Math.ceil(from / CELL - 0.5);
  return Array.from(
    { length: Math.max(0, Math.ceil(to / CELL - 0.5) - first) },
    (_, i) => first + i,
  );
}

/** By row: the longitudes at which rings cross its middle. */
function crossingsByRow(rings: readonly (readonly LngLat[])[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const ring of rings) {
    ring.slice(1).forEach(([x1, y1], i) => {
      const [x, y] = ring[i] ?? [x1, y1];
      for (const row of cellsBetween(Math.min(y, y1), Math.max(y, y1))) {
        const at = x + (((row + 0.5) * CELL - y) / (y1 - y)) * (x1 - x);
        rows.set(row, [...(rows.get(row) ?? []), at]);
      }
    });
  }
  return rows;
}

const keyOf = (column: number, row: number): number => column + row * 1e6;

/** Where a cell stands in an order in which neighbours come far apart: no two are the same, as these are no fractions. */
const place = ([column, row]: LngLat): number =>
  Math.abs(column * 0.7548776662466927 + row * 0.5698402909980532) % 1;

const AROUND = [-1, 0, 1];

/** The cells of the land inside of closed rings, holes among them, `[lon, lat][]`. */
export function landCells(rings: readonly (readonly LngLat[])[]): LandCells {
  const cells = [...crossingsByRow(rings)].flatMap(([row, crossings]) => {
    const at = crossings.sort((a, b) => a - b);
    return at.flatMap((west, i) => {
      const columns = i % 2 === 0 ? cellsBetween(west, at[i + 1] ?? west) : [];
      return columns.map((column): LngLat => [column, row]);
    });
  });
  const near = new Set(
    cells.flatMap(([column, row]) =>
      AROUND.flatMap((dx) => AROUND.map((dy) => keyOf(column + dx, row + dy))),
    ),
  );
  return {
    middles: cells
      .sort((a, b) => place(a) - place(b))
      .map(([column, row]) => [(column + 0.5) * CELL, (row + 0.5) * CELL]),
    isNear: ([lon, lat]) => near.has(keyOf(Math.floor(lon / CELL), Math.floor(lat / CELL))),
  };
}
