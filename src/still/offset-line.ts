import type { Point } from './screen.ts';

/** How far a corner may stick out, as in the map's shader: one part of this. */
const MITRE = 0.6;

function direction(from: Point, to: Point): Point | undefined {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const size = Math.hypot(dx, dy);
  return size > 1e-3 ? [dx / size, dy / size] : undefined;
}

/** To the right of each point of a line, on the screen: a vector of the mitre's length. */
export function mitres(line: readonly Point[]): Point[] {
  return line.map((here, i) => {
    const after = direction(here, line[i + 1] ?? here);
    const before = direction(line[i - 1] ?? here, here) ?? after ?? [1, 0];
    const ahead = after ?? before;
    const sum: Point = [before[0] + ahead[0], before[1] + ahead[1]];
    const size = Math.hypot(...sum);
    const tangent: Point = size > 1e-3 ? [sum[0] / size, sum[1] / size] : before;
    const length = 1 / Math.max(tangent[0] * before[0] + tangent[1] * before[1], MITRE);
    return [-tangent[1] * length, tangent[0] * length];
  });
}

/** A line beside another one, `shift` pixels to its right (to its left where below 0). */
export function offsetLine(line: readonly Point[], shift: number): Point[] {
  const sides = mitres(line);
  return line.map(([x, y], i) => [x + sides[i]![0] * shift, y + sides[i]![1] * shift]);
}

/** {@link offsetLine} of a ring whose ends are one point or are joined. */
export function offsetRing(ring: readonly Point[], shift: number): Point[] {
  const [first, second] = ring;
  const last = ring.at(-1);
  if (!first || !second || !last) return [];
  const isRepeated = first[0] === last[0] && first[1] === last[1];
  const before = isRepeated ? (ring.at(-2) ?? last) : last;
  const after = isRepeated ? second : first;
  return offsetLine([before, ...ring, after], shift).slice(1, -1);
}

/** What is drawn of a broken line: from one dash to the next, and how long a dash is. */
interface Dashes {
  period: number;
  /** From half of the first gap. */
  length: number;
}

/**
 * The dashes of a line, each in the middle of its period; `ways` says for each point how far it is
 * from the line's start, in the unit of the dashes.
 */
export function dashed(
  line: readonly Point[],
  ways: readonly number[],
  { period, length }: Dashes,
): Point[][] {
  const end = ways.at(-1) ?? 0;
  const count = Math.ceil(end / period);
  return Array.from({ length: count }, (_, i) => {
    const from = (i + 0.5) * period - length / 2;
    const to = Math.min(from + length, end);
    const inner = line.filter((_, at) => ways[at]! > from && ways[at]! < to);
    return from < to ? [pointAt(line, ways, from), ...inner, pointAt(line, ways, to)] : [];
  });
}

function pointAt(line: readonly Point[], ways: readonly number[], way: number): Point {
  const next = Math.max(
    1,
    ways.findIndex((each) => each >= way),
  );
  const [a, b] = [line[next - 1]!, line[next] ?? line[next - 1]!];
  const size = ways[next]! - ways[next - 1]! || 1;
  const part = (way - ways[next - 1]!) / size;
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
}
