import type { Feature } from 'geojson';
import { type Day, parseDay } from './calendar.ts';
import { quantizePosition } from './camera.ts';
import type { PlacePair } from './match-lines.ts';
import type { LngLat } from './story.ts';

/** A day on which a dated line is known. */
export interface KnownDay {
  day: Day;
  line: LngLat[];
  /** The line as it comes to this day, where an enclave is cut off or relieved on it. */
  arrival: LngLat[];
  /** Places along it, and along the line that comes to the next known day, that are matched. */
  next: readonly PlacePair[];
  uncertainty: number;
  continuous: boolean;
  /** The last day without one line from end to end, where that is before the next known day. */
  brokenUntil: Day | undefined;
}

/** An enclave as it is known on a day. */
export interface KnownEnclave {
  name: string;
  day: Day;
  /** Closed, `[lon, lat][]`. */
  ring: LngLat[];
  /** The day on which it begins to open, where it does not open at once. */
  from: Day | undefined;
  /** The day on which it is there no more. */
  until: Day | undefined;
  /** Places along its ring, and along the next one of its name, that are matched. */
  next: readonly PlacePair[] | undefined;
}

const roleOf = ({ properties }: Feature): unknown => properties?.role;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const dayOf = (value: unknown): Day | undefined => parseDay(textOf(value));

function readDate({ id, properties }: Feature): Day {
  const day = dayOf(properties?.date);
  if (day === undefined) throw new RangeError(`Feature "${id}" of a dated line has no date.`);
  return day;
}

function readLine({ id, geometry }: Feature): LngLat[] {
  const line = geometry.type === 'LineString' ? geometry.coordinates : [];
  if (line.length < 2) throw new RangeError(`Dated line "${id}" is not a line.`);
  return line.map((p) => quantizePosition(p as LngLat));
}

function readDay(feature: Feature, features: readonly Feature[]): KnownDay {
  const { properties } = feature;
  const [day, line] = [readDate(feature), readLine(feature)];
  const arrival = features.find(
    (other) => roleOf(other) === 'arrival' && other.properties?.date === properties?.date,
  );
  return {
    day,
    line,
    arrival: arrival ? readLine(arrival) : line,
    next: properties?.next ?? [],
    uncertainty: Number(properties?.uncertainty_km) || 0,
    continuous: properties?.continuous !== false,
    brokenUntil: dayOf(properties?.broken_until),
  };
}

/**
 * The known days of a dated line, by date. See `createDatedLine` for what the features are.
 *
 * @throws RangeError where no feature has the role `line`, or a feature has no date or is not of its
 * role's geometry.
 */
export function readDays(features: readonly Feature[]): [KnownDay, ...KnownDay[]] {
  const [first, ...days] = features
    .filter((feature) => roleOf(feature) === 'line')
    .map((feature) => readDay(feature, features))
    .sort((a, b) => a.day - b.day);
  if (!first) throw new RangeError('A dated line needs at least one feature whose role is "line".');
  return [first, ...days];
}

/**
 * The enclaves of a dated line as they are known, by date. See `createDatedLine` for what the
 * features are.
 *
 * @throws RangeError where one has no date or is not a polygon.
 */
export function readEnclaves(features: readonly Feature[]): KnownEnclave[] {
  return features
    .filter((feature) => roleOf(feature) === 'enclave')
    .map((feature) => {
      const { id, geometry, properties } = feature;
      const ring = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
      if (ring.length < 4) throw new RangeError(`Enclave "${id}" is not a polygon.`);
      return {
        name: textOf(properties?.name),
        day: readDate(feature),
        ring: ring.map((p) => quantizePosition(p as LngLat)),
        from: dayOf(properties?.from),
        until: dayOf(properties?.until),
        next: properties?.next,
      };
    })
    .sort((a, b) => a.day - b.day);
}
