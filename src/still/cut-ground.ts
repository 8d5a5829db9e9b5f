import { clip } from './clip.ts';
import type { Ground } from './ground.ts';
import type { Point, Screen } from './screen.ts';

/** A line with points between its own, none farther from the next than `longest`. */
export function bent(points: readonly Point[], longest: number): Point[] {
  return points.flatMap(([x, y], i): Point[] => {
    const before = points[i - 1];
    if (!before) return [[x, y]];
    const [dx, dy] = [x - before[0], y - before[1]];
    const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / longest));
    return Array.from({ length: count }, (_, step): Point => {
      const part = (step + 1) / count;
      return [before[0] + dx * part, before[1] + dy * part];
    });
  });
}

/** The least and the greatest x of points; of a ring's first, which is the outermost. */
function reach(parts: readonly Point[][]): [west: number, east: number] {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x] of parts.flat()) {
    west = Math.min(west, x);
    east = Math.max(east, x);
  }
  return [west, east];
}

const shifted = (parts: readonly Point[][], by: number): Point[][] =>
  parts.map((part) => part.map(([x, y]): Point => [x + by, y]));

/** The same ground in each of the worlds beside each other that lie between two longitudes. */
function inWorlds({ kind, parts }: Ground, [west, east]: readonly [number, number]): Ground[] {
  const [from, to] = reach(parts);
  const [first, last] = [Math.ceil(west - to), Math.floor(east - from)];
  const count = Number.isFinite(from) ? Math.max(0, last - first + 1) : 0;
  return Array.from({ length: count }, (_, i) => ({ kind, parts: shifted(parts, first + i) }));
}

/** A test for the places inside of a ring: odd edges lie west of them. */
function insideOf(ring: readonly Point[]): (place: Point) => boolean {
  return ([x, y]) => {
    let isInside = false;
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring.at(i - 1)!;
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isInside = !isInside;
    });
    return isInside;
  };
}

/** A line in pieces that begin and end with one hidden point at most. */
function seenPieces(line: readonly Point[], isSeen: (place: Point) => boolean): Point[][] {
  const seen = line.map(isSeen);
  const pieces: Point[][] = [];
  line.forEach((point, i) => {
    const isNeeded = seen[i] || seen[i - 1] || seen[i + 1];
    if (!isNeeded) return;
    const isNew = i === 0 || !(seen[i] || seen[i - 1]);
    if (isNew) pieces.push([point]);
    else pieces.at(-1)!.push(point);
  });
  return pieces;
}

function cutRings(parts: Point[][], horizon: Point[]): Ground[] {
  const cut = clip('intersection', [parts], [[horizon]]) ?? [parts];
  return cut.map((rings): Ground => ({ kind: 'rings', parts: rings }));
}

/**
 * Ground without what lies far behind the edge of the globe, where places that are far from each other
 * are drawn as neighbours; on the flat map, ground in every world that the picture shows. On the globe
 * lines are bent: none of their points is farther than `longest` from the next.
 */
export function cutToSeen(screen: Screen, ground: readonly Ground[], longest: number): Ground[] {
  const { globe, span, horizon } = screen;
  if (globe === 0) return ground.flatMap((each) => inWorlds(each, span));
  const isSeen = insideOf(horizon);
  const across = reach([horizon]);
  return ground
    .flatMap((each) => inWorlds(each, across))
    .flatMap(({ kind, parts }): Ground[] => {
      if (kind === 'rings') {
        return parts.flat().every(isSeen) ? [{ kind, parts }] : cutRings(parts, horizon);
      }
      const pieces = parts.flatMap((part) => seenPieces(bent(part, longest), isSeen));
      return [{ kind, parts: pieces }];
    });
}
