import type { Point, Screen } from './screen.ts';

/** Address of a tile; x may lie beyond the world's edge, so that what lies together has numbers that do. */
export type TileId = [z: number, x: number, y: number];

/** From one point that is asked to the next, CSS pixels: tiles by a pole are seen as narrow as a few of them. */
const GRID = 12;
/** The same along the picture's edge and the globe's, where corners of tiles are seen. */
const EDGE = 3;

/** Points along a ring, so near to each other that no tile comes between. */
function along(ring: readonly Point[]): Point[] {
  return ring.flatMap(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    const count = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / EDGE));
    return Array.from({ length: count }, (_, at): Point => {
      const part = at / count;
      return [x + (nextX - x) * part, y + (nextY - y) * part];
    });
  });
}

/** The tiles of a zoom that a picture shows a part of, each once, from north-west to south-east. */
export function tileCover(screen: Screen, zoom: number): TileId[] {
  const count = 2 ** zoom;
  const [middle] = screen.center;
  const { width, height } = screen.size;
  const found = new Map<string, TileId>();
  const lines = (length: number): number[] =>
    Array.from({ length: Math.ceil(length / GRID) + 1 }, (_, i) => Math.min(i * GRID, length));
  const grid = lines(height).flatMap((y) => lines(width).map((x): Point => [x, y]));
  const frame = along([
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]);
  // Tiles at a globe's edge are seen as slivers.
  const limb = along(screen.limb).filter(([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height);
  for (const point of [...grid, ...frame, ...limb]) {
    const place = screen.unproject(point);
    if (!place || place[1] < 0 || place[1] >= 1) continue;
    const near = place[0] - Math.round(place[0] - middle);
    const id: TileId = [zoom, Math.floor(near * count), Math.floor(place[1] * count)];
    found.set(id.join('/'), id);
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
    const count = 2 ** (z - up);
    const tile = read(z - up, ((id[1] % count) + count) % count, id[2]);
    if (tile) return { tile, id };
  }
  return undefined;
}
