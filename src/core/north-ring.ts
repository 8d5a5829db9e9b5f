import { unwrap } from './geodesy.ts';
import type { Bounds, LngLat } from './story.ts';

/** The longest edge that closes a ring, degrees: on a globe an edge is straight between its ends. */
const EDGE = 10;

/** The most edges between two corners: a turn of the world and a half. */
const MOST_EDGES = 54;

/** A line in one turn of the world, where it crosses the antimeridian. */
function unwrapLine(line: readonly LngLat[]): LngLat[] {
  let near = line[0]?.[0] ?? 0;
  return line.map(([lon, lat]) => {
    near = unwrap(lon, near);
    return [near, lat];
  });
}

/** The corners of a path after its first one, each once, with positions between those that are far apart. */
function refine(corners: readonly LngLat[]): LngLat[] {
  return corners.flatMap((end, i): LngLat[] => {
    const start = corners[i - 1] ?? end;
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    const length = Math.max(Math.abs(dx), Math.abs(dy));
    const count = Math.min(MOST_EDGES, Math.ceil(length / EDGE));
    const between = Array.from({ length: count - 1 }, (_, k): LngLat => {
      const t = (k + 1) / count;
      return [start[0] + dx * t, start[1] + dy * t];
    });
    return length > 0 ? [...between, end] : [];
  });
}

/** The first whole degree beyond `value`, upwards or downwards. */
const beyond = (value: number, way: 1 | -1): number => way * (Math.floor(way * value) + 1);

/**
 * The closed ring `[lon, lat][]` of all that lies on a line's left, as far as `around`, degrees: the line,
 * and back to its first vertex beyond both. That is the north of a line from west to east, and the
 * south of one from east to west. Where `around` is wider than the line, the line goes on along the
 * parallels of its ends. Empty where the line has no vertex.
 */
export function northRing(line: readonly LngLat[], around: Bounds): LngLat[] {
  const whole = unwrapLine(line);
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last) return [];
  const way = last[0] >= first[0] ? 1 : -1;
  const edges: LngLat[] = [
    [around[0], around[1]],
    [around[2], around[3]],
  ];
  const [, south, , north] = boxAround([...edges, ...whole]);
  const far = beyond(way > 0 ? north : south, way);
  const [west, , east] = boxAround([...edges, first, last]);
  const [ahead, back] = way > 0 ? [east, west] : [west, east];
  const corners: LngLat[] = [
    last,
    [ahead, last[1]],
    [ahead, far],
    [back, far],
    [back, first[1]],
    first,
  ];
  return [...whole, ...refine(corners)];
}

/** The box around positions `[lon, lat]`, in degrees. */
export function boxAround(positions: readonly LngLat[]): Bounds {
  const box: Bounds = [180, 90, -180, -90];
  for (const [lon, lat] of positions) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

/** The whole world around a line, in degrees: a turn of it with the line in the middle. */
export function worldAround(line: readonly LngLat[]): Bounds {
  const [west, , east] = boxAround(unwrapLine(line));
  const middle = line.length > 0 ? (west + east) / 2 : 0;
  return [middle - 180, -90, middle + 180, 90];
}
