import type { Screen } from './screen.ts';

/** Address of a tile. */
export type TileId = [z: number, x: number, y: number];

/** From one point that is asked to the next, CSS pixels: much less than a tile's side. */
const GRID = 40;

/** The tiles of a zoom that a picture shows a part of, each once, from north-west to south-east. */
export function tileCover(screen: Screen, zoom: number): TileId[] {
  const count = 2 ** zoom;
  const { width, height } = screen.size;
  const found = new Map<string, TileId>();
  const lines = (length: number): number[] =>
    Array.from({ length: Math.ceil(length / GRID) + 1 }, (_, i) => Math.min(i * GRID, length));
  for (const y of lines(height)) {
    for (const x of lines(width)) {
      const place = screen.unproject([x, y]);
      if (!place || place[1] < 0 || place[1] >= 1) continue;
      const column = ((Math.floor(place[0] * count) % count) + count) % count;
      const id: TileId = [zoom, column, Math.floor(place[1] * count)];
      found.set(id.join('/'), id);
    }
  }
  return [...found.values()].sort((a, b) => a[2] - b[2] || a[1] - b[1]);
}

/** The tile itself or the nearest one above it that `read` has, with its address. */
export function nearestTile<T>(
  [z, x, y]: TileId,
  read: (z: number, x: number, y: number) => T | undefined,
): { tile: T; id: TileId } | undefined {
  for (let up = 0; up <= z; up += 1) {
    const id: TileId = [z - up, x >> up, y >> up];
    const tile = read(...id);
    if (tile) return { tile, id };
  }
  return undefined;
}
