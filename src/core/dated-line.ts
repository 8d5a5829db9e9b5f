import type { Feature } from 'geojson';
import { type Day, parseDay } from './calendar.ts';
import { lerp } from './easing.ts';
import { distance, isInside, measureRing, positionsAlong } from './geodesy.ts';
import type { LngLat } from './story.ts';

/** An area held by the south (the line's right) beyond the line; `ring` is closed, `[lon, lat][]`. */
export interface Enclave {
  name: string;
  ring: LngLat[];
}

/** A dated line on one day. */
export interface DatedLineSample {
  /** `[lon, lat][]` to 1e-6 degree, from west to east, the north on its left. */
  line: LngLat[];
  enclaves: Enclave[];
  /** How far the true line may lie from this one, km. */
  uncertainty: number;
  /** Whether there was one line from end to end; between two days, only where both say so. */
  continuous: boolean;
  /** What the day known last before this one (or on it) is called. */
  title: string;
  /** ISO dates of the known days on either side; the same where the line is one that is known. */
  from: string;
  to: string;
  /** Where the known days are from; two sources are parted by a semicolon. */
  source: string;
}

/** A line that is known on some days, at any day. */
export interface DatedLine {
  /** The line on a day, which may have a fraction: the first line before all, the last after all. */
  sample: (day: Day) => DatedLineSample;
}

interface KnownDay extends DatedLineSample {
  day: Day;
}

/** Two lines with their vertices in pairs. */
type Pairs = readonly (readonly [from: LngLat, to: LngLat])[];

/** All that moves between two known days, at `t` from 0 to 1 of the time between them. */
type Interval = (t: number) => Pick<DatedLineSample, 'line' | 'enclaves'>;

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6 + 0;
const mix = (a: LngLat, b: LngLat, t: number): LngLat => [lerp(a[0], b[0], t), lerp(a[1], b[1], t)];
const rounded = ([lon, lat]: LngLat): LngLat => [round(lon), round(lat)];
const mixPairs = (pairs: Pairs, t: number): LngLat[] =>
  pairs.map(([a, b]) => rounded(mix(a, b, t)));

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

/** Pairs two lines by place along them, at every vertex of either, so that no corner is cut. */
function pairByPlace(from: readonly LngLat[], to: readonly LngLat[]): Pairs {
  const [p, q] = [positionsAlong(from), positionsAlong(to)];
  const all = [...p, ...q].sort((a, b) => a - b);
  const places = all.filter((place, i) => i === 0 || place - (all[i - 1] ?? 0) > 1e-9);
  const ends = pointsAt(to, q, places);
  return pointsAt(from, p, places).map((start, i) => [start, ends[i] ?? start]);
}

/**
 * Pairs two lines that run out to sea: the straight pieces at their two ends piece by piece, what is
 * between the first and the last inner vertex by place along it.
 */
function pairLines(from: readonly LngLat[], to: readonly LngLat[]): Pairs {
  if (from.length < 3 || to.length < 3) return pairByPlace(from, to);
  const [fromWest, fromEast] = [from[0], from.at(-1)] as [LngLat, LngLat];
  const [toWest, toEast] = [to[0], to.at(-1)] as [LngLat, LngLat];
  const inner = pairByPlace(from.slice(1, -1), to.slice(1, -1));
  return [[fromWest, toWest], ...inner, [fromEast, toEast]];
}

/** Pairs two closed rings by place along them, from the two vertices that are nearest each other. */
function pairRings(from: LngLat[], to: LngLat[]): Pairs {
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

/**
 * The closed ring of all that lies north (left) of a line from west to east: the line, then along
 * `latitude` (degrees, default 44, north of all Korea) back to its first vertex. Counterclockwise.
 */
export function northRing(line: readonly LngLat[], latitude = 44): LngLat[] {
  const [first, last] = [line[0], line.at(-1)];
  return first && last ? [...line, [last[0], latitude], [first[0], latitude], first] : [];
}

/** How an enclave that only one of the two days knows grows or shrinks: its size at `t`, 0 to 1. */
function sizeOf(ring: LngLat[], other: KnownDay, opens: boolean): (t: number) => number {
  const passed = !isInside(measureRing(ring).centroid, northRing(other.line));
  const size = (t: number): number => (passed ? 4 * t : 2 * t - 1);
  return opens ? (t) => size(t) : (t) => size(1 - t);
}

/** The enclaves between two known days. */
function moveEnclaves(from: KnownDay, to: KnownDay): (t: number) => Enclave[] {
  const scaled = ({ name, ring }: Enclave, size: (t: number) => number) => {
    const { centroid } = measureRing(ring);
    return (t: number): Enclave[] => {
      const scale = Math.min(1, size(t));
      return scale > 0 ? [{ name, ring: ring.map((p) => rounded(mix(centroid, p, scale))) }] : [];
    };
  };
  const find = ({ enclaves }: KnownDay, { name }: Enclave) =>
    enclaves.find((enclave) => enclave.name === name);
  const moves = from.enclaves.map((enclave) => {
    const later = find(to, enclave);
    if (!later) return scaled(enclave, sizeOf(enclave.ring, to, false));
    const pairs = pairRings(enclave.ring, later.ring);
    return (t: number): Enclave[] => [{ name: enclave.name, ring: mixPairs(pairs, t) }];
  });
  const opening = to.enclaves
    .filter((enclave) => !find(from, enclave))
    .map((enclave) => scaled(enclave, sizeOf(enclave.ring, from, true)));
  return (t) => [...moves, ...opening].flatMap((move) => move(t));
}

function createInterval(from: KnownDay, to: KnownDay): Interval {
  const pairs = pairLines(from.line, to.line);
  const enclavesAt = moveEnclaves(from, to);
  return (t) => ({ line: mixPairs(pairs, t), enclaves: enclavesAt(t) });
}

const roleOf = ({ properties }: Feature): unknown => properties?.role;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function dateOf({ id, properties }: Feature): { date: string; day: Day } {
  const date = textOf(properties?.date);
  const day = parseDay(date);
  if (day === undefined) throw new RangeError(`Feature "${id}" of a dated line has no date.`);
  return { date, day };
}

function readEnclaves(features: readonly Feature[], date: string): Enclave[] {
  return features.flatMap((feature) => {
    const { geometry, properties } = feature;
    if (roleOf(feature) !== 'enclave' || properties?.date !== date) return [];
    const ring = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
    if (ring.length < 4) throw new RangeError(`Enclave "${feature.id}" is not a polygon.`);
    return [{ name: textOf(properties?.name), ring: ring.map((p) => rounded(p as LngLat)) }];
  });
}

function readDay(feature: Feature, features: readonly Feature[]): KnownDay {
  const { geometry, properties } = feature;
  const { date, day } = dateOf(feature);
  const line = geometry.type === 'LineString' ? geometry.coordinates : [];
  if (line.length < 2) throw new RangeError(`Dated line "${feature.id}" is not a line.`);
  return {
    day,
    line: line.map((p) => rounded(p as LngLat)),
    enclaves: readEnclaves(features, date),
    uncertainty: Number(properties?.uncertainty_km) || 0,
    continuous: properties?.continuous !== false,
    title: textOf(properties?.title),
    from: date,
    to: date,
    source: textOf(properties?.source),
  };
}

function readDays(features: readonly Feature[]): [KnownDay, ...KnownDay[]] {
  const [first, ...days] = features
    .filter((feature) => roleOf(feature) === 'line')
    .map((feature) => readDay(feature, features))
    .sort((a, b) => a.day - b.day);
  if (!first) throw new RangeError('A dated line needs at least one feature whose role is "line".');
  return [first, ...days];
}

/**
 * A line that is known on some days and moves at a steady pace between them.
 *
 * `features` are, in any order: a LineString for each known day, with the properties `role: "line"`,
 * `date` (ISO), `uncertainty_km`, `continuous` (default true), `title` and `source`, its vertices
 * from west to east, the north on its left; and Polygons with `role: "enclave"`, the `date` of a
 * known day, and a `name` that no other enclave has on that day. Other features do not matter.
 *
 * - On a known day the line is the one given. Between two, both lines are divided at every vertex of
 *   either, by place along them, and each point goes straight (in degrees) from the one to the other.
 *   The straight pieces at the two ends, which run out to sea, are matched with each other.
 * - An enclave that both days know by the same name changes its shape. One that only one of them
 *   knows opens from its centroid, or closes to it: it opens in the second half of the interval and
 *   closes in the first half; but where the line passes over it, it opens in the first quarter (it
 *   is left behind), and closes in the last quarter (it is relieved).
 *
 * Pure: what was sampled before makes no difference.
 *
 * @throws RangeError where no feature has the role `line`, or a feature has no date or is not of its
 * role's geometry.
 */
export function createDatedLine(features: readonly Feature[]): DatedLine {
  const days = readDays(features);
  const intervals = new Map<number, Interval>();

  const intervalAt = (i: number, [from, to]: readonly [KnownDay, KnownDay]): Interval => {
    const interval = intervals.get(i) ?? createInterval(from, to);
    intervals.set(i, interval);
    return interval;
  };

  const sample = (day: Day): DatedLineSample => {
    const i = Math.max(
      0,
      days.findLastIndex((known) => known.day <= day),
    );
    const from = days[i] ?? days[0];
    const to = days[i + 1];
    const { day: _, ...known } = from;
    if (!to || !(day > from.day)) return known;
    const t = (day - from.day) / (to.day - from.day);
    return {
      ...intervalAt(i, [from, to])(t),
      uncertainty: lerp(from.uncertainty, to.uncertainty, t),
      continuous: from.continuous && to.continuous,
      title: from.title,
      from: from.from,
      to: to.to,
      source: [...new Set([from.source, to.source])].join('; '),
    };
  };
  return { sample };
}
