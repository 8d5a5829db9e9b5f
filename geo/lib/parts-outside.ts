import type { Position } from 'geojson';
import { inRing } from './polygon.ts';

/**
 * The parts of a line that lie outside closed rings, in order; each ends where it meets a ring. A
 * line that meets none is its own only part; one that lies within has none.
 */
export function partsOutside(
  line: readonly Position[],
  rings: readonly (readonly Position[])[],
): Position[][] {
  const near = rings.filter((ring) => overlap(line, ring));
  if (near.length === 0) return [[...line]];
  const parts: Position[][] = [];
  let open = false;
  for (const [start, end] of pieces(line, near)) {
    const outside = !near.some((ring) => inRing(between(start, end, 0.5), ring));
    if (outside && open) parts.at(-1)!.push(end);
    else if (outside) parts.push([start, end]);
    open = outside;
  }
  return parts;
}

/** The segments of a line, cut where they cross a ring. */
function pieces(
  line: readonly Position[],
  rings: readonly (readonly Position[])[],
): [Position, Position][] {
  return line.slice(1).flatMap((end, at) => {
    const start = line[at]!;
    const crossings = rings
      .flatMap((ring) => ring.slice(1).map((b, i) => crossing([start, end], [ring[i]!, b])))
      .filter((part) => part !== undefined)
      .sort((a, b) => a - b);
    const stops = [start, ...crossings.map((part) => between(start, end, part)), end];
    return stops.slice(1).map((stop, i): [Position, Position] => [stops[i]!, stop]);
  });
}

/** How far along the first segment, from 0 to 1, the second crosses it, if it does. */
function crossing(
  [[ax, ay], [bx, by]]: [Position, Position],
  [[cx, cy], [dx, dy]]: [Position, Position],
): number | undefined {
  const across = (bx! - ax!) * (dy! - cy!) - (by! - ay!) * (dx! - cx!);
  if (across === 0) return undefined;
  const along = ((cx! - ax!) * (dy! - cy!) - (cy! - ay!) * (dx! - cx!)) / across;
  const other = ((cx! - ax!) * (by! - ay!) - (cy! - ay!) * (bx! - ax!)) / across;
  return along > 0 && along < 1 && other >= 0 && other <= 1 ? along : undefined;
}

function between([ax, ay]: Position, [bx, by]: Position, part: number): Position {
  return [ax! + (bx! - ax!) * part, ay! + (by! - ay!) * part];
}

function overlap(line: readonly Position[], ring: readonly Position[]): boolean {
  return [0, 1].every((axis) => {
    const [a, b] = [line, ring].map((each) => each.map((position) => position[axis]!));
    return Math.min(...a!) <= Math.max(...b!) && Math.min(...b!) <= Math.max(...a!);
  });
}
