import { lerp } from '../../src/core/easing.ts';
import { positionsAlong } from '../../src/core/geodesy.ts';
import type { PlacePair } from '../../src/core/match-lines.ts';
import type { LngLat } from '../../src/core/story.ts';

/** A front with the towns along it: name to place, 0 to 1 of its length. */
export interface AnchoredLine {
  line: LngLat[];
  anchors: Readonly<Record<string, number>>;
}

/** Points of a line with the places, 0 to 1 of the whole line, where they are. */
interface Piece {
  places: number[];
  points: LngLat[];
}

/** How far apart the points are that are matched with each other, in parts of a line's length. */
const STEP = 1 / 150;
/** Matched places are left out where those around them imply them to within this part of the length. */
const TOLERANCE = 0.008;

/** The longest row of anchors that both lines have, in the same order along both. */
function commonAnchors(from: AnchoredLine, to: AnchoredLine): PlacePair[] {
  const pairs = Object.entries(from.anchors)
    .flatMap(([name, a]): PlacePair[] => {
      const b = to.anchors[name];
      return b === undefined ? [] : [[a, b]];
    })
    .sort(([a], [b]) => a - b);
  const rows: PlacePair[][] = [];
  const longest = (all: PlacePair[][]) =>
    all.reduce<PlacePair[]>((best, row) => (row.length > best.length ? row : best), []);
  for (const pair of pairs) {
    const before = rows.filter((row) => row.at(-1)!.every((at, k) => at < pair[k]!));
    rows.push([...longest(before), pair]);
  }
  return longest(rows);
}

/** The piece of a line between two places, cut at its vertices and at least every {@link STEP}. */
function pieceOf(line: readonly LngLat[], start: number, end: number): Piece {
  const positions = positionsAlong(line);
  const count = Math.max(1, Math.ceil((end - start) / STEP));
  const even = Array.from({ length: count + 1 }, (_, i) => lerp(start, end, i / count));
  const places = [...even, ...positions.filter((place) => place > start && place < end)].sort(
    (a, b) => a - b,
  );
  const pointAt = (place: number): LngLat => {
    const next = Math.max(
      1,
      positions.findIndex((position) => position >= place),
    );
    const [p, q] = [positions[next - 1]!, positions[next]!];
    const [a, b] = [line[next - 1]!, line[next]!];
    const t = q > p ? (place - p) / (q - p) : 0;
    return [lerp(a[0], b[0], t), lerp(a[1], b[1], t)];
  };
  return { places, points: places.map(pointAt) };
}

/** How much it costs, against a degree of way, to be matched a degree off in place. */
const SLIDE = 0.3;

const part = ({ places }: Piece, i: number): number => {
  const [start, end] = [places[0]!, places.at(-1)!];
  return end > start ? (places[i]! - start) / (end - start) : 0;
};

/** What it costs to match a point of one piece with one of the other, in square degrees of latitude. */
function costsOf(from: Piece, to: Piece): (i: number, j: number) => number {
  const shrink = Math.cos((from.points[0]![1] * Math.PI) / 180);
  const gap = ([ax, ay]: LngLat, [bx, by]: LngLat) => ((bx - ax) * shrink) ** 2 + (by - ay) ** 2;
  const lengthOf = ({ points }: Piece) =>
    points.reduce((sum, point, i) => sum + Math.sqrt(gap(points[i - 1] ?? point, point)), 0);
  const slide = (SLIDE * (lengthOf(from) + lengthOf(to))) / 2;
  return (i, j) =>
    gap(from.points[i]!, to.points[j]!) + (slide * (part(from, i) - part(to, j))) ** 2;
}

/** The cheapest way from the first two to the last two, one step on in either or both. */
function cheapestPath(
  [rows, columns]: readonly [number, number],
  costOf: (i: number, j: number) => number,
): [number, number][] {
  const totals = new Float64Array(rows * columns);
  const total = (i: number, j: number): number =>
    i < 0 || j < 0 ? Number.POSITIVE_INFINITY : totals[i * columns + j]!;
  for (let cell = 0; cell < rows * columns; cell++) {
    const [i, j] = [Math.floor(cell / columns), cell % columns];
    const cost = costOf(i, j);
    const before = Math.min(total(i - 1, j), total(i, j - 1), total(i - 1, j - 1) + cost);
    totals[cell] = cell === 0 ? cost : before + cost;
  }
  const path: [number, number][] = [];
  let [i, j] = [rows - 1, columns - 1];
  while (i >= 0 && j >= 0) {
    path.push([i, j]);
    const [one, other] = [total(i - 1, j), total(i, j - 1)];
    const both = total(i - 1, j - 1) + costOf(i, j) <= Math.min(one, other);
    i -= both || one <= other ? 1 : 0;
    j -= both || one > other ? 1 : 0;
  }
  return path.reverse();
}

/** Leaves out what the pairs around it imply (D. Douglas and T. Peucker, Cartographica 10, 1973). */
function thinned(pairs: PlacePair[]): PlacePair[] {
  const [first, last] = [pairs[0]!, pairs.at(-1)!];
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const size = Math.hypot(dx, dy) || 1;
  const offs = pairs.map(([x, y]) => Math.abs((x - first[0]) * dy - (y - first[1]) * dx) / size);
  const most = offs.reduce((best, off, i) => (off > offs[best]! ? i : best), 0);
  if (offs[most]! < TOLERANCE) return [first, last];
  return [...thinned(pairs.slice(0, most + 1)).slice(0, -1), ...thinned(pairs.slice(most))];
}

const rounded = ([a, b]: PlacePair): PlacePair => [Number(a.toFixed(4)), Number(b.toFixed(4))];

/**
 * Which places along a front are matched with which along the next one, without the ends: the towns
 * that both name, and between them those for which the way from the one to the other is as short as
 * can be, never going back along either (dynamic time warping: H. Sakoe and S. Chiba, IEEE
 * Transactions on Acoustics, Speech, and Signal Processing 26, 1978).
 */
export function matchFronts(from: AnchoredLine, to: AnchoredLine): PlacePair[] {
  const corners: PlacePair[] = [...commonAnchors(from, to), [1, 1]];
  const pairs = corners.flatMap(([a1, b1], k): PlacePair[] => {
    const [a0, b0] = corners[k - 1] ?? [0, 0];
    const [here, there] = [pieceOf(from.line, a0, a1), pieceOf(to.line, b0, b1)];
    const path = cheapestPath([here.places.length, there.places.length], costsOf(here, there));
    return thinned(path.map(([i, j]): PlacePair => [here.places[i]!, there.places[j]!])).slice(1);
  });
  return pairs.slice(0, -1).map(rounded);
}
