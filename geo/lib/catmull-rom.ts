import type { Position } from 'geojson';
import { kilometresBetween } from './sphere.ts';

type Point = [number, number];

/**
 * A smooth line through every waypoint `[lon, lat]`, by a centripetal Catmull-Rom spline, which
 * neither overshoots nor makes loops between waypoints (Yuksel, Schaefer and Keyser 2011).
 *
 * `spacingKm` is about how far apart the samples are, in kilometres; each stretch between two
 * waypoints has at least `least` samples (default 1: short stretches stay straight).
 */
export function smoothLine(
  waypoints: readonly Position[],
  { spacingKm, least = 1 }: { spacingKm: number; least?: number },
): Position[] {
  const points = withoutRepeats(waypoints);
  if (points.length < 3) return points;
  const first = mirrored(points[1]!, points[0]!);
  const last = mirrored(points.at(-2)!, points.at(-1)!);
  return [points[0]!, ...sampleAll([first, ...points, last], { spacingKm, least })];
}

/** Like {@link smoothLine} for a ring; takes the corners without repeating the first, gives a closed ring. */
export function smoothRing(
  corners: readonly Position[],
  { spacingKm, least = 1 }: { spacingKm: number; least?: number },
): Position[] {
  const points = withoutRepeats(corners);
  const around = [points.at(-1)!, ...points, points[0]!, points[1]!];
  return [points[0]!, ...sampleAll(around, { spacingKm, least })];
}

function sampleAll(points: Point[], options: { spacingKm: number; least: number }): Position[] {
  const samples: Position[] = [];
  for (let at = 1; at + 2 < points.length; at += 1) {
    const [a, b] = [points[at]!, points[at + 1]!];
    const count = Math.max(options.least, Math.round(kilometresBetween(a, b) / options.spacingKm));
    const curve = curveBetween(points.slice(at - 1, at + 3) as [Point, Point, Point, Point]);
    for (let step = 1; step < count; step += 1) samples.push(curve(step / count));
    samples.push(b);
  }
  return samples;
}

/** The spline from the second point to the third, as a function of 0 to 1 (Barry and Goldman 1988). */
function curveBetween(points: [Point, Point, Point, Point]): (u: number) => Point {
  const shrink = Math.cos((points[1][1] * Math.PI) / 180);
  const knots = [0];
  for (let at = 1; at < 4; at += 1) {
    const [a, b] = [points[at - 1]!, points[at]!];
    const distance = Math.hypot((b[0] - a[0]) * shrink, b[1] - a[1]);
    knots.push(knots[at - 1]! + Math.sqrt(distance));
  }
  return (u) => {
    const t = knots[1]! + u * (knots[2]! - knots[1]!);
    let level: Point[] = points;
    for (let span = 1; span < 4; span += 1) {
      // The last level blends over the middle knots only; the first two over their own span.
      const width = Math.min(span, 2);
      level = level.slice(1).map((b, at) => {
        const [start, end] = span === 3 ? [1, 2] : [at, at + width];
        return blend(level[at]!, b, (t - knots[start]!) / (knots[end]! - knots[start]!));
      });
    }
    return level[0]!;
  };
}

function blend(a: Point, b: Point, part: number): Point {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
}

function mirrored(point: Point, centre: Point): Point {
  return [2 * centre[0] - point[0], 2 * centre[1] - point[1]];
}

function withoutRepeats(points: readonly Position[]): Point[] {
  return points
    .map(([lon, lat]) => [lon, lat] as Point)
    .filter((each, at, all) => at === 0 || each.join() !== all[at - 1]!.join());
}
