import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Whether a position `[lon, lat]` is inside a closed ring, by the even-odd rule in the plane. */
export function inRing([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] as [number, number];
    const [bx, by] = ring[at] as [number, number];
    if (ay > y! !== by > y! && x! < ((bx - ax) * (y! - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Whether a position `[lon, lat]` is inside a polygon or multipolygon, outside its holes. */
export function inPolygon(position: Position, shape: Polygon | MultiPolygon): boolean {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return polygons.some(
    ([outer, ...holes]) =>
      inRing(position, outer!) && !holes.some((hole) => inRing(position, hole)),
  );
}

/**
 * The ring of what lies on the left (north) of a front that runs from lon 124 to lon 131: the front
 * itself, closed along lat 44, which is north of all Korea.
 */
export function northOf(front: readonly Position[]): Position[] {
  return [...front, [131, 44], [124, 44], front[0]!];
}

/**
 * Where a line crosses itself: pairs of segment numbers. Segments that only touch do not count.
 * `closed` says that the last vertex repeats the first.
 */
export function selfCrossings(
  line: readonly Position[],
  { closed = false }: { closed?: boolean } = {},
): [number, number][] {
  const found: [number, number][] = [];
  const last = line.length - 2;
  for (let i = 0; i <= last; i += 1) {
    for (let j = i + 2; j <= last; j += 1) {
      const neighbours = closed && i === 0 && j === last;
      if (!neighbours && cross(line, i, j)) found.push([i, j]);
    }
  }
  return found;
}

function cross(line: readonly Position[], i: number, j: number): boolean {
  const [a, b, c, d] = [line[i]!, line[i + 1]!, line[j]!, line[j + 1]!];
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
}
