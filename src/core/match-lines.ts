import { quantizePosition } from './camera.ts';
import { lerp } from './easing.ts';
import { distance, measureRing, positionsAlong } from './geodesy.ts';
import type { LngLat } from './story.ts';

/** Two lines with their vertices in pairs. */
export type Pairs = readonly (readonly [from: LngLat, to: LngLat])[];

/** The position at `t` from 0 to 1 of the straight way between two, in degrees. */
export const mix = (a: LngLat, b: LngLat, t: number): LngLat => [
  lerp(a[0], b[0], t),
  lerp(a[1], b[1], t),
];
/** The line at `t` from 0 to 1 of the way between two matched lines, `[lon, lat][]` to 1e-7 degree. */
export const mixPairs = (pairs: Pairs, t: number): LngLat[] =>
  pairs.map(([a, b]) => quantizePosition(mix(a, b, t)));

/** The points of a line at places (ascending, 0 to 1) along it. */
function pointsAt(
  line: readonly LngLat[],
  positions: readonly number[],
  places: number[],
): LngLat[] {
  const last = line.length - 1;
  let next = Math.min(1, last);
  return places.map((place) => {
    while (next < last && (positions[next] ?? 1) < place) next++;
    const [p, q] = [positions[next - 1] ?? 0, positions[next] ?? 0];
    const [a, b] = [line[next - 1] ?? line[next], line[next]] as [LngLat, LngLat];
    return mix(a, b, q > p ? Math.min(1, (place - p) / (q - p)) : 1);
  });
}

/** A place along one line and the place along another that it is matched with, 0 to 1 of each length. */
export type PlacePair = readonly [from: number, to: number];

/**
 * Matches two lines at the pairs of places given (ascending in both), and between two of them by place
 * along the piece, at every vertex of either, so that no corner is cut.
 */
export function matchLines(
  from: readonly LngLat[],
  to: readonly LngLat[],
  matched: readonly PlacePair[] = [],
): Pairs {
  const [p, q] = [positionsAlong(from), positionsAlong(to)];
  const corners: PlacePair[] = [...matched, [1, 1]];
  const places = corners.flatMap(([a1, b1], i): PlacePair[] => {
    const [a0, b0] = corners[i - 1] ?? [0, 0];
    const parts = (all: number[], start: number, end: number) =>
      all.filter((place) => place > start && place < end).map((at) => (at - start) / (end - start));
    return [...parts(p, a0, a1), ...parts(q, b0, b1), 1]
      .sort((a, b) => a - b)
      .filter((t, k, all) => t - (all[k - 1] ?? 0) > 1e-9)
      .map((t) => [lerp(a0, a1, t), lerp(b0, b1, t)]);
  });
  const ends = pointsAt(to, q, [0, ...places.map(([, place]) => place)]);
  return pointsAt(from, p, [0, ...places.map(([place]) => place)]).map((start, i) => [
    start,
    ends[i] ?? start,
  ]);
}

/**
 * Matches two closed rings `[lon, lat][]` by place along them, from the two vertices that are nearest
 * each other, whichever way round they run.
 */
export function matchRings(from: LngLat[], to: LngLat[]): Pairs {
  const sameWay = measureRing(from).area * measureRing(to).area >= 0;
  const a = from.slice(0, -1);
  const b = (sameWay ? to : to.toReversed()).slice(0, -1);
  const best = { i: 0, j: 0, gap: Number.POSITIVE_INFINITY };
  a.forEach((vertex, i) => {
    b.forEach((other, j) => {
      const gap = distance(vertex, other);
      if (gap < best.gap) Object.assign(best, { i, j, gap });
    });
  });
  const turn = (ring: LngLat[], at: number) => [...ring.slice(at), ...ring.slice(0, at + 1)];
  return matchLines(turn(a, best.i), turn(b, best.j));
}
