import type { LngLat } from './story.ts';

/** Width and height of a cell, degrees: some ten kilometres. */
const CELL = 0.1;

/** The cells of a grid of degrees whose middle lies on some land. */
export interface LandCells {
  /** The middle of each, in an order in which neighbours come far apart: some of them stand for all. */
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

const keyOf = (column: number, row: number): string => `${column} ${row}`;

/** Brings a row into an order in which neighbours come far apart, and all of it comes. */
function scatter<T>(row: readonly T[]): T[] {
  // No two of so many keys are the same: the golden ratio is no fraction.
  const key = (i: number): number => (i * 0.6180339887498949) % 1;
  return row
    .map((item, i) => ({ item, key: key(i) }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const AROUND = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

/** The cells of the land inside of closed rings, holes among them, `[lon, lat][]`. */
export function landCells(rings: readonly (readonly LngLat[])[]): LandCells {
  const found = [...crossingsByRow(rings)].flatMap(([row, crossings]) => {
    const at = crossings.sort((a, b) => a - b);
    return at.flatMap((west, i) => {
      const columns = i % 2 === 0 ? cellsBetween(west, at[i + 1] ?? west) : [];
      return columns.map((column) => [column, row] as const);
    });
  });
  const cells = new Set(found.map(([column, row]) => keyOf(column, row)));
  return {
    middles: scatter(found).map(([column, row]) => [(column + 0.5) * CELL, (row + 0.5) * CELL]),
    isNear: ([lon, lat]) => {
      const [column, row] = [Math.floor(lon / CELL), Math.floor(lat / CELL)];
      return AROUND.some(([dx, dy]) => cells.has(keyOf(column + dx, row + dy)));
    },
  };
}
