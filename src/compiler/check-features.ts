import { parseDay } from '../core/calendar.ts';
import type { DataFeature } from '../data/dataset.ts';
import { shown } from '../data/faults.ts';
import { isObject } from '../data/json.ts';
import { type FeatureMistake, mistake } from './feature-mistake.ts';

const isPart = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;

const isName = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || Number.isFinite(value);

/** What is wrong with the marks of a route, `[part, ISO date][]`; `undefined` where nothing is. */
function wrongDays(days: unknown): string | undefined {
  if (!Array.isArray(days)) return shown(days);
  let [reached, latest] = [0, Number.NEGATIVE_INFINITY];
  for (const mark of days) {
    const [part, date] = Array.isArray(mark) ? (mark as unknown[]) : [];
    const day = typeof date === 'string' ? parseDay(date) : undefined;
    if (!isPart(part) || day === undefined) return `${shown(mark)} in it`;
    if (part < reached || day < latest) return `${shown(mark)} in it after a later one`;
    [reached, latest] = [part, day];
  }
  return undefined;
}

const DAYS =
  'Write parts of the way from 0 to 1 with whole days, neither going back: `[[0, "1950-10-19"], [1, "1950-10-25"]]`.';
const UNIT = 'Write `{ "name": "38th Army" }`, perhaps with `along` from 0 to 1.';

function wrongUnit(unit: unknown): string | undefined {
  if (unit === undefined || unit === null) return undefined;
  if (!isObject(unit) || typeof unit.name !== 'string') return shown(unit);
  return unit.along === undefined || isPart(unit.along) ? undefined : `${shown(unit.along)} along`;
}

/** The first mistake in what the features of a route say of it. */
export function findRouteMistake(features: readonly DataFeature[]): FeatureMistake | undefined {
  for (const feature of features) {
    const { days, unit } = feature.properties ?? {};
    const given = days === undefined || days === null ? undefined : wrongDays(days);
    if (given) return mistake(feature, { key: 'days', given, needed: DAYS });
    const arms = wrongUnit(unit);
    if (arms) return mistake(feature, { key: 'unit', given: arms, needed: UNIT });
  }
  return undefined;
}

/** The first feature without a name to be written. */
export function findLabelMistake(features: readonly DataFeature[]): FeatureMistake | undefined {
  const nameless = features.find(({ properties }) => !isName(properties?.name));
  const needed = 'Give each feature the property `name`.';
  const given = shown(nameless?.properties?.name);
  return nameless && mistake(nameless, { key: 'name', given, needed });
}
