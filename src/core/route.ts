import { mercatorVector, RADIANS } from './camera.ts';
import { alongStroke, cumulativeLengths } from './geodesy.ts';
import type { LngLat } from './story.ts';

/** A route as far as it has been gone. */
export interface RoutePart {
  /** From the start to the head, `[lon, lat][]`; empty at 0. */
  line: LngLat[];
  /** Where the arrow's head is, `[lon, lat]`. */
  head: LngLat;
  /** Where the head points as drawn on a Mercator map: degrees clockwise from north, -180 to 180. */
  bearing: number;
}

/** A path that is revealed at constant ground speed. */
export interface Route {
  /** Metres. */
  length: number;
  /** What has been gone at `t`, 0 to 1 of the length; limited outside. */
  at: (t: number) => RoutePart;
}

/** The head points along the last part of the way, this much of the whole: vertices do not jerk it. */
const HEADING_SPAN = 0.04;

/** The direction from `a` to `b` on a Mercator map; `undefined` where they are one place. */
function direction(a: LngLat, b: LngLat): number | undefined {
  const [dx, dy] = mercatorVector(a, b);
  return dx === 0 && dy === 0 ? undefined : Math.atan2(dx, -dy) / RADIANS;
}

/** The number of items below `value`. */
const countBelow = (list: readonly number[], value: number): number =>
  list.filter((item) => item < value).length;

/**
 * A route along `coordinates` (`[lon, lat][]`), revealed at constant ground speed: at `t` the drawn
 * part is `t` of the whole length (haversine), and its head lies on the stroke that a Mercator map
 * draws between the two vertices. At 0 the line is empty, at 1 it is `coordinates` itself.
 *
 * @throws RangeError where there are no coordinates.
 */
export function createRoute(coordinates: readonly LngLat[]): Route {
  const [start, end] = [coordinates[0], coordinates.at(-1)];
  if (!start || !end) throw new RangeError('A route needs at least one position.');
  const lengths = cumulativeLengths(coordinates);
  const length = lengths.at(-1) ?? 0;

  const vertex = (i: number): LngLat => coordinates[Math.min(i, coordinates.length - 1)] ?? end;
  const placeAt = (metres: number): LngLat => {
    const next = Math.max(1, countBelow(lengths, metres));
    return alongStroke(vertex(next - 1), vertex(next), metres - (lengths[next - 1] ?? 0));
  };
  /** Of the stroke that leads to `metres`, or of the first that has a length. */
  const strokeBearing = (metres: number): number => {
    const next = lengths.findIndex((reached) => reached > 0 && reached >= metres);
    return direction(vertex(Math.max(0, next - 1)), vertex(Math.max(0, next))) ?? 0;
  };
  const bearingAt = (metres: number, head: LngLat): number => {
    const tail = placeAt(Math.max(0, metres - HEADING_SPAN * length));
    return direction(tail, head) ?? strokeBearing(metres);
  };

  const at = (t: number): RoutePart => {
    const metres = t * length;
    if (t >= 1) return { line: [...coordinates], head: end, bearing: bearingAt(length, end) };
    if (!(metres > 0)) return { line: [], head: start, bearing: strokeBearing(0) };
    const head = placeAt(metres);
    const line = [...coordinates.slice(0, countBelow(lengths, metres)), head];
    return { line, head, bearing: bearingAt(metres, head) };
  };
  return { length, at };
}
