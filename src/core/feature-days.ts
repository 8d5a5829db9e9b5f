import type { Feature } from 'geojson';
import { type Day, parseDay } from './calendar.ts';

/** The days on which a feature is there: from the first one on, and before the second. */
export interface FeatureDays {
  /** Of the feature. */
  id: string;
  from: Day;
  until: Day;
}

/**
 * The days of features that say `from` or `until` (ISO dates) in their properties; one that says neither is
 * always there. Empty where none says any.
 */
export function featureDays(features: readonly Feature[]): FeatureDays[] {
  const days = features.map(({ id, properties }) => ({
    id: String(id),
    from: parseDay(String(properties?.from)) ?? Number.NEGATIVE_INFINITY,
    until: parseDay(String(properties?.until)) ?? Number.POSITIVE_INFINITY,
  }));
  return days.some((each) => Number.isFinite(each.from) || Number.isFinite(each.until)) ? days : [];
}

/** The ids of the features that are there on a day; all of them where there is no day. */
export function featuresOn(days: readonly FeatureDays[], day: Day | null): string[] {
  return days
    .filter(({ from, until }) => day === null || (from <= day && day < until))
    .map(({ id }) => id);
}
