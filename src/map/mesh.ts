import { project } from '../core/camera.ts';
import type { LngLat } from '../core/story.ts';

/** Floats a vertex of a stroke takes: previous, here, next (2 each), side, along. */
export const STROKE_FLOATS = 8;

/**
 * A polyline as a triangle strip for the stroke shaders, in Web Mercator coordinates from 0 to 1;
 * `along` is the way from its start in the same unit. Fewer than two points give nothing.
 */
export function strokeStrip(line: readonly LngLat[]): Float32Array {
  if (line.length < 2) return new Float32Array(0);
  const points = line.map(project);
  const strip = new Float32Array(points.length * 2 * STROKE_FLOATS);
  let along = 0;
  let previous = points[0] ?? [0, 0];
  // A moving line comes by here in every frame, so a vertex makes nothing that must be cleared away.
  points.forEach((here, i) => {
    const next = points[i + 1] ?? here;
    along += Math.hypot(here[0] - previous[0], here[1] - previous[1]);
    for (let half = 0; half < 2; half++) {
      const at = (2 * i + half) * STROKE_FLOATS;
      strip[at] = previous[0];
      strip[at + 1] = previous[1];
      strip[at + 2] = here[0];
      strip[at + 3] = here[1];
      strip[at + 4] = next[0];
      strip[at + 5] = next[1];
      strip[at + 6] = 1 - 2 * half;
      strip[at + 7] = along;
    }
    previous = here;
  });
  return strip;
}

/** Vertices of a ring that are fanned together; any small number will do. */
const CHUNK = 32;

/** Pushes triangles that cover a ring's inside an odd number of times, and its outside an even one. */
function pushFans(points: readonly [number, number][], triangles: number[]): void {
  const push = (i: number): void => {
    const [x, y] = points[i]!;
    triangles.push(x, y);
  };
  const end = points.length - 1;
  for (let step = 1; step < end; step *= CHUNK) {
    for (let start = 0; start < end; start += step * CHUNK) {
      const stop = Math.min(start + step * CHUNK, end);
      for (let at = start + step; at < stop; at += step) {
        push(start);
        push(at);
        push(Math.min(at + step, stop));
      }
    }
  }
}

/**
 * Closed rings as triangles for {@link markInside}, in Web Mercator coordinates. They are not a
 * triangulation: what an odd number of them covers is inside (the even-odd rule, so holes and
 * islands need no care). Stretches of the ring are fanned by themselves, then the polygon of their
 * ends, and so on: few pixels are drawn twice.
 */
export function ringTriangles(rings: readonly (readonly LngLat[])[]): Float32Array {
  const triangles: number[] = [];
  for (const ring of rings) pushFans(ring.map(project), triangles);
  return new Float32Array(triangles);
}

/** Degrees by which a cover is larger than what it covers, so that a globe's curve cuts nothing off. */
const MARGIN = 2;

/** A box over rings, as two triangles in Web Mercator coordinates. Empty where there is no ring. */
export function coverOf(rings: readonly (readonly LngLat[])[]): Float32Array {
  const points = rings.flat();
  if (points.length === 0) return new Float32Array(0);
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b)) - MARGIN;
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b)) + MARGIN;
  const [west, south, east, north] = [least(lons), least(lats), most(lons), most(lats)];
  const corners: LngLat[] = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return ringTriangles([corners]);
}
