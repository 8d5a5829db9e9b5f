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

/** The places (0 to 1) of all vertices of either line, ascending, and both lines' points there. */
function divide(from: readonly LngLat[], to: readonly LngLat[]) {
  const [p, q] = [positionsAlong(from), positionsAlong(to)];
  const all = [...p, ...q].sort((a, b) => a - b);
  const places = all.filter((place, i) => i === 0 || place - (all[i - 1] ?? 0) > 1e-9);
  const isOf = (vertices: number[]) =>
    places.map((at) => vertices.some((v) => Math.abs(v - at) < 1e-9));
  return {
    places,
    starts: pointsAt(from, p, places),
    ends: pointsAt(to, q, places),
    /** Which of the places are vertices of the line itself. */
    ofFrom: isOf(p),
    ofTo: isOf(q),
  };
}

/** Pairs two lines by place along them, at every vertex of either, so that no corner is cut. */
function pairByPlace(from: readonly LngLat[], to: readonly LngLat[]): Pairs {
  const { starts, ends } = divide(from, to);
  return starts.map((start, i) => [start, ends[i] ?? start]);
}

/** How much it costs, against a degree of way, to be matched a degree off in place. */
const SLIDE = 0.3;

/** What it costs to match the point at one place of a line with that at another of the other line. */
function costsOf(divided: ReturnType<typeof divide>): (i: number, j: number) => number {
  const { places, starts, ends } = divided;
  const shrink = Math.cos(((starts[0]?.[1] ?? 0) * Math.PI) / 180);
  const gap = ([ax, ay]: LngLat, [bx, by]: LngLat) => ((bx - ax) * shrink) ** 2 + (by - ay) ** 2;
  const lengthOf = (line: readonly LngLat[]) =>
    line.reduce((sum, point, i) => sum + Math.sqrt(gap(line[i - 1] ?? point, point)), 0);
  const slide = (SLIDE * (lengthOf(starts) + lengthOf(ends))) / 2;
  return (i, j) =>
    gap(starts[i] as LngLat, ends[j] as LngLat) +
    (slide * ((places[i] ?? 0) - (places[j] ?? 0))) ** 2;
}

/** The cheapest way from the first two of `count` to the last two, one step on in either or both. */
function cheapestPath(count: number, costOf: (i: number, j: number) => number): Corner[] {
  const totals = new Float64Array(count * count);
  const total = (i: number, j: number): number =>
    i < 0 || j < 0 ? Number.POSITIVE_INFINITY : (totals[i * count + j] ?? 0);
  for (let cell = 0; cell < count * count; cell++) {
    const [i, j] = [Math.floor(cell / count), cell % count];
    const cost = costOf(i, j);
    const before = Math.min(total(i - 1, j), total(i, j - 1), total(i - 1, j - 1) + cost);
    totals[cell] = cell === 0 ? cost : before + cost;
  }
  const path: Corner[] = [];
  let [i, j] = [count - 1, count - 1];
  while (i >= 0 && j >= 0) {
    path.push([i, j]);
    const [one, other] = [total(i - 1, j), total(i, j - 1)];
    const both = total(i - 1, j - 1) + costOf(i, j) <= Math.min(one, other);
    i -= both || one <= other ? 1 : 0;
    j -= both || one > other ? 1 : 0;
  }
  return path.reverse();
}

/**
 * Pairs two lines so that the way from one to the other is as short as can be, without going back
 * along either (dynamic time warping: H. Sakoe and S. Chiba, IEEE Transactions on Acoustics, Speech,
 * and Signal Processing 26, 1978), at every vertex of either.
 */
function pairNearest(from: readonly LngLat[], to: readonly LngLat[]): Pairs {
  const divided = divide(from, to);
  const { starts, ends, ofFrom, ofTo } = divided;
  const path = cheapestPath(starts.length, costsOf(divided));
  return path
    .filter(([i, j]) => ofFrom[i] || ofTo[j])
    .map(([i, j]) => [starts[i] as LngLat, ends[j] as LngLat]);
}

/** A line with the places along it by which it is matched with another: name to vertex index. */
export interface AnchoredLine {
  line: LngLat[];
  anchors: Readonly<Record<string, number>>;
}

type Corner = readonly [from: number, to: number];

/** The longest row of anchors that both lines have, in the same order along both. */
function commonAnchors(from: AnchoredLine, to: AnchoredLine): Corner[] {
  const corners = Object.entries(from.anchors)
    .flatMap(([name, i]): Corner[] => {
      const j = to.anchors[name];
      return j === undefined ? [] : [[i, j]];
    })
    .sort(([a], [b]) => a - b);
  const rows: Corner[][] = [];
  for (const corner of corners) {
    const before = rows.filter((row) => row.at(-1)?.every((at, k) => at < (corner[k] ?? 0)));
    const longest = before.reduce<Corner[]>((a, b) => (b.length > a.length ? b : a), []);
    rows.push([...longest, corner]);
  }
  return rows.reduce<Corner[]>((a, b) => (b.length > a.length ? b : a), []);
}

/**
 * Matches two lines: at the anchors that both have, vertex to vertex; between two anchors by place
 * along the piece. Anchors that stand in another order on the other line are left out, as few as
 * possible.
 */
export function matchLines(from: AnchoredLine, to: AnchoredLine): Pairs {
  const corners = [...commonAnchors(from, to), [from.line.length - 1, to.line.length - 1] as const];
  let [i, j] = [0, 0];
  const pieces = corners.map(([nextI, nextJ]) => {
    const piece = pairNearest(from.line.slice(i, nextI + 1), to.line.slice(j, nextJ + 1));
    [i, j] = [nextI, nextJ];
    return piece;
  });
  return pieces.flatMap((piece, at) => (at === 0 ? piece : piece.slice(1)));
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
  return pairByPlace(turn(a, best.i), turn(b, best.j));
}
