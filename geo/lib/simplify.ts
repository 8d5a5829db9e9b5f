import type { Position } from 'geojson';

/** A box `[west, south, east, north]` in degrees. */
export type Box = readonly [number, number, number, number];

/** Where the atlas is drawn in detail: Korea, Manchuria, Japan, the China coast. */
export const EAST_ASIA: Box = [112, 28, 146, 52];

/** Where coasts and borders are rounded off, for maps as close as zoom 9. */
export const AROUND_KOREA: Box = [121, 32, 132, 44];

/** Where the story opens: the rivers around Moscow. */
export const AROUND_MOSCOW: Box = [33, 53, 43, 58.5];

/** Whether a position `[lon, lat]` lies in a box, edges included. */
export function inBox([lon, lat]: Position, [west, south, east, north]: Box): boolean {
  return lon! >= west && lon! <= east && lat! >= south && lat! <= north;
}

/**
 * A line with fewer vertices that stays within `tolerance` degrees of the given one (Douglas and
 * Peucker 1973); the ends stay.
 */
export function simplify<P extends Position>(line: readonly P[], tolerance: number): P[] {
  if (line.length < 3) return [...line];
  const [first, last] = [line[0]!, line.at(-1)!];
  const offs = line.map((each) => offLine(each, first, last));
  const farthest = offs.reduce((best, off, at) => (off > offs[best]! ? at : best), 0);
  if (offs[farthest]! <= tolerance) return [first, last];
  const head = simplify(line.slice(0, farthest + 1), tolerance);
  return [...head, ...simplify(line.slice(farthest), tolerance).slice(1)];
}

/**
 * Rounds off the corners that lie in a box, once (Chaikin 1974): each corner gives way to two points,
 * a quarter of the way along its edges, but at most `most` degrees away. Ends of a line stay; a closed
 * ring stays closed.
 */
export function roundOff(line: readonly Position[], box: Box, most = Infinity): Position[] {
  const closed = line[0]!.join() === line.at(-1)!.join();
  const inner = line.slice(1, -1).flatMap((corner, at) => {
    return inBox(corner, box) ? cut([line[at]!, corner, line[at + 2]!], most) : [corner];
  });
  if (!closed) return [line[0]!, ...inner, line.at(-1)!];
  const start = inBox(line[0]!, box) ? cut([line.at(-2)!, line[0]!, line[1]!], most) : [line[0]!];
  return [...start, ...inner, start[0]!];
}

function cut([before, corner, after]: [Position, Position, Position], most: number): Position[] {
  const towards = (end: Position): Position => {
    const [dx, dy] = [end[0]! - corner[0]!, end[1]! - corner[1]!];
    const share = Math.min(1 / 4, most / Math.hypot(dx, dy));
    return [corner[0]! + dx * share, corner[1]! + dy * share];
  };
  return [towards(before), towards(after)];
}

function offLine([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx! - ax!, by! - ay!];
  const long = dx * dx + dy * dy;
  const along = long ? Math.max(0, Math.min(1, ((x! - ax!) * dx + (y! - ay!) * dy) / long)) : 0;
  return Math.hypot(x! - ax! - along * dx, y! - ay! - along * dy);
}
