import type { Feature } from 'geojson';
import { type Day, parseDay } from './calendar.ts';
import { quantizePosition } from './camera.ts';
import type { DatedLineSample, Enclave } from './dated-line-sample.ts';
import type { PlacePair } from './match-lines.ts';
import type { LngLat } from './story.ts';

/** An enclave on a known day. */
export interface KnownEnclave extends Enclave {
  /** The day on which the line begins to leave it behind, where that is not this day. */
  from?: Day | undefined;
  /** The day by which it was given up, where that is known: it shrinks steadily until then. */
  until?: Day | undefined;
}

/** A day on which a dated line is known. */
export interface KnownDay extends DatedLineSample {
  day: Day;
  /** Places along it, and along the line of the next known day, that are matched. */
  next: readonly PlacePair[];
  enclaves: KnownEnclave[];
}

const roleOf = ({ properties }: Feature): unknown => properties?.role;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readEnclaves(features: readonly Feature[], date: string): KnownEnclave[] {
  return features.flatMap((feature) => {
    const { geometry, properties } = feature;
    if (roleOf(feature) !== 'enclave' || properties?.date !== date) return [];
    const ring = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
    if (ring.length < 4) throw new RangeError(`Enclave "${feature.id}" is not a polygon.`);
    const name = textOf(properties.name);
    const [from, until] = [properties.from, properties.until].map((date) => parseDay(textOf(date)));
    const shape = ring.map((p) => quantizePosition(p as LngLat));
    return [{ name, ring: shape, from, until }];
  });
}

function readDay(feature: Feature, features: readonly Feature[]): KnownDay {
  const { geometry, properties } = feature;
  const date = textOf(properties?.date);
  const day = parseDay(date);
  if (day === undefined)
    throw new RangeError(`Feature "${feature.id}" of a dated line has no date.`);
  const line = geometry.type === 'LineString' ? geometry.coordinates : [];
  if (line.length < 2) throw new RangeError(`Dated line "${feature.id}" is not a line.`);
  return {
    day,
    line: line.map((p) => quantizePosition(p as LngLat)),
    next: properties?.next ?? [],
    enclaves: readEnclaves(features, date),
    uncertainty: Number(properties?.uncertainty_km) || 0,
    continuous: properties?.continuous !== false,
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
