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
