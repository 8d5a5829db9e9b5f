/**
 * Calendar days as numbers, so that a date can move as smoothly as a camera does.
 *
 * A day is counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar, without clock or
 * time zone; a fraction is a part of a day. 1950-06-25 is -7130.
 */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The day an ISO date (`YYYY-MM-DD`) names, or `undefined` where there is no such day in the
 * calendar (`1951-02-29`) or the text is not an ISO date.
 */
export function parseDay(text: string): Day | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const ms = Date.UTC(year, month - 1, date);
  return new Date(ms).toISOString().startsWith(text) ? ms / MS_PER_DAY : undefined;
}

/** The ISO date (`YYYY-MM-DD`) of a day; a fraction counts as the day it is a part of. */
export function isoDate(day: Day): string {
  return new Date(Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 10);
}

const FORM = { dateStyle: 'long', timeZone: 'UTC' } as const;
/** Kept, because making a format costs more than all else that a new date costs. */
const ENGLISH = new Intl.DateTimeFormat('en-GB', FORM);

/** A day as a reader of `lang` (BCP 47) writes it, such as "19 October 1950". */
export function formatDay(day: Day, lang: string): string {
  const format = lang === 'en' ? ENGLISH : new Intl.DateTimeFormat(lang, FORM);
  return format.format(new Date(Math.floor(day) * MS_PER_DAY));
}
