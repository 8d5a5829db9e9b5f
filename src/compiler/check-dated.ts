import { parseDay } from '../core/calendar.ts';
import type { DataFeature } from '../data/dataset.ts';
import { shown } from '../data/faults.ts';
import { type FeatureMistake, mistake } from './feature-mistake.ts';
import { nearest } from './suggest.ts';

/** The roles of the features of a dated line, and the geometry of each. */
const ROLES: Readonly<Record<string, string>> = {
  line: 'LineString',
  arrival: 'LineString',
  enclave: 'Polygon',
};

type Words = Omit<FeatureMistake, 'feature'>;

/** One thing that each feature of a dated line must keep to; `undefined` where it does. */
type Rule = (feature: DataFeature) => Words | undefined;

const DAY = 'Write a day of the calendar like "1950-10-19".';

const isDay = (value: unknown): boolean =>
  typeof value === 'string' && parseDay(value) !== undefined;

const role: Rule = ({ properties, geometry }) => {
  const given = properties?.role;
  const known = typeof given === 'string' && Object.hasOwn(ROLES, given);
  if (known && ROLES[given] === geometry.type) return undefined;
  const near = typeof given === 'string' && !known ? nearest(given, Object.keys(ROLES)) : undefined;
  const meant = near ? `Did you mean "${near}"? ` : '';
  return {
    key: 'role',
    given: known ? `${shown(given)} on a ${geometry.type}` : shown(given),
    needed: `${meant}Write "line" or "arrival" on a LineString, "enclave" on a Polygon.`,
  };
};

const date: Rule = ({ properties }) =>
  isDay(properties?.date)
    ? undefined
    : { key: 'date', given: shown(properties?.date), needed: DAY };

/** A rule for a property that may be absent. */
const perhaps =
  (key: string, isSound: (value: unknown) => boolean, needed: string): Rule =>
  ({ properties }) => {
    const value = properties?.[key];
    const sound = value === undefined || value === null || isSound(value);
    return sound ? undefined : { key, given: shown(value), needed };
  };

/** Pairs of places, each 0 to 1 of the length, both ascending. */
function isMatching(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  let last = [0, 0];
  return value.every((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2) return false;
    const rises = pair.every((at, i) => typeof at === 'number' && at >= (last[i] ?? 0) && at <= 1);
    last = pair as number[];
    return rises;
  });
}

const RULES: readonly Rule[] = [
  role,
  date,
  perhaps('from', isDay, DAY),
  perhaps('until', isDay, DAY),
  perhaps('broken_until', isDay, DAY),
  perhaps('uncertainty_km', (value) => Number(value) >= 0, 'Write kilometres, such as 5.'),
  perhaps('continuous', (value) => typeof value === 'boolean', 'Write true or false.'),
  perhaps('next', isMatching, 'Write ascending pairs of places from 0 to 1: `[[0.2, 0.25]]`.'),
];

/** The first mistake in the features of a dated line, or that it has no line at all. */
export function findDatedMistake(features: readonly DataFeature[]): FeatureMistake | undefined {
  for (const feature of features) {
    for (const rule of RULES) {
      const words = rule(feature);
      if (words) return mistake(feature, words);
    }
  }
  const [first] = features;
  if (!first || features.some(({ properties }) => properties?.role === 'line')) return undefined;
  const needed = 'Add a feature whose role is "line" for each day on which the line is known.';
  return mistake(first, { key: 'role', given: shown(first.properties?.role), needed });
}
