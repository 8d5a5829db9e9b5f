import { mercatorVector, project, RADIANS, unproject } from './camera.ts';
import { clamp01 } from './easing.ts';
import type { LngLat } from './story.ts';

/** The mean radius of the Earth in metres (IUGG). */
export const EARTH_RADIUS = 6_371_008.8;

/**
 * The length in metres of the great circle between two positions `[lon, lat]` on a sphere of
 * {@link EARTH_RADIUS}, by the haversine formula (R. W. Sinnott, "Virtues of the haversine", Sky and
 * Telescope 68, 1984). The antimeridian makes no difference.
 */
export function distance(a: LngLat, b: LngLat): number {
  const dLat = Math.sin(((b[1] - a[1]) * RADIANS) / 2);
  const dLon = Math.sin(((b[0] - a[0]) * RADIANS) / 2);
  const h = dLat ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * dLon ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** For each vertex of a line `[lon, lat][]`, the metres from its start: 0 first, the length last. */
export function cumulativeLengths(line: readonly LngLat[]): number[] {
  let length = 0;
  return line.map((vertex, i) => {
    length += i > 0 ? distance(line[i - 1] ?? vertex, vertex) : 0;
    return length;
  });
}

/** For each vertex of a line `[lon, lat][]`, its place along it: 0 to 1 of its length (all 0 if it has none). */
export function positionsAlong(line: readonly LngLat[]): number[] {
  const lengths = cumulativeLengths(line);
  const length = lengths.at(-1) ?? 0;
  return lengths.map((at) => (length > 0 ? at / length : 0));
}

/** The length in metres of a line `[lon, lat][]`; 0 for a point or nothing. */
export function lineLength(line: readonly LngLat[]): number {
  return cumulativeLengths(line).at(-1) ?? 0;
}

/** `lon` in the turn of the world in which it is nearest to `near`. */
export function unwrap(lon: number, near: number): number {
  return lon - 360 * Math.round((lon - near) / 360);
}

/**
 * The position `metres` from `a` on the stroke that a Mercator map draws from `a` to `b`, all
 * `[lon, lat]`. The stroke is not a great circle, so the place is found by repeating the rule of
 * three: ground distance grows almost steadily along it.
 */
export function alongStroke(a: LngLat, b: LngLat, metres: number): LngLat {
  const whole = distance(a, b);
  if (!(metres > 0)) return a;
  if (metres >= whole) return b;
  const [x, y] = project(a);
  const [dx, dy] = mercatorVector(a, b);
  let part = metres / whole;
  let place = a;
  for (let turn = 0; turn < 40; turn++) {
    place = unproject([x + dx * part, y + dy * part]);
    const reached = distance(a, place);
    if (Math.abs(reached - metres) < 1e-6) break;
    part = Math.min(1, (part * metres) / reached);
  }
  return place;
}

/**
 * The position `metres` along a line `[lon, lat][]`, as a Mercator map draws it; its ends for
 * lengths below 0 and above its own.
 *
 * @throws RangeError where the line has no vertex.
 */
export function alongLine(line: readonly LngLat[], metres: number): LngLat {
  const lengths = cumulativeLengths(line);
  const next = lengths.findIndex((length) => length > metres);
  const [a, b] = [line[next - 1] ?? line[0], next < 0 ? line.at(-1) : line[next]];
  if (!a || !b) throw new RangeError('A line without vertices has no position along it.');
  return next < 0 ? b : alongStroke(a, b, metres - (lengths[next - 1] ?? 0));
}

/**
 * A closed ring `[lon, lat][]` taken as a plane figure in degrees: the centroid of its area, and the
 * area in square degrees, positive where it runs counterclockwise. The centroid of a ring without
 * area is its first vertex.
 */
export function measureRing(ring: readonly LngLat[]): { centroid: LngLat; area: number } {
  const [lon, lat] = ring[0] ?? [0, 0];
  let [area, x, y] = [0, 0, 0];
  ring.forEach((vertex, i) => {
    const [ax, ay] = [vertex[0] - lon, vertex[1] - lat];
    const after = ring[i + 1] ?? vertex;
    const [bx, by] = [after[0] - lon, after[1] - lat];
    const cross = ax * by - bx * ay;
    area += cross / 2;
    x += ((ax + bx) * cross) / 6;
    y += ((ay + by) * cross) / 6;
  });
  return { centroid: area === 0 ? [lon, lat] : [lon + x / area, lat + y / area], area };
}

/** Whether a position `[lon, lat]` is inside a closed ring, by the even-odd rule, in plane degrees. */
export function isInside([lon, lat]: LngLat, ring: readonly LngLat[]): boolean {
  let isIn = false;
  let [ax, ay] = ring[0] ?? [0, 0];
  // In each frame, for many places: nothing is made of the ring.
  for (const [bx, by] of ring) {
    if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) isIn = !isIn;
    [ax, ay] = [bx, by];
  }
  return isIn;
}

/**
 * The metres from a position `[lon, lat]` to the nearest point of a line `[lon, lat][]`, taken as
 * straight on a plane that touches the Earth at the position: right to 1 per cent up to some hundred
 * kilometres. Infinite where the line has no vertex.
 */
export function distanceToLine([lon, lat]: LngLat, line: readonly LngLat[]): number {
  const metres = EARTH_RADIUS * RADIANS;
  const shrink = Math.cos(lat * RADIANS);
  const flat = line.map(([x, y]) => [unwrap(x - lon, 0) * shrink, y - lat] as const);
  const squares = flat.map(([bx, by], i) => {
    const [ax, ay] = flat[i - 1] ?? [bx, by];
    const [dx, dy] = [bx - ax, by - ay];
    const t = clamp01(-(ax * dx + ay * dy) / (dx * dx + dy * dy || 1));
    return (ax + t * dx) ** 2 + (ay + t * dy) ** 2;
  });
  return metres * Math.sqrt(squares.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY));
}
