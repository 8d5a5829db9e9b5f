import { z } from 'zod';
import { type Day, parseDay } from '../core/calendar.ts';
import type { Range } from '../core/story.ts';

/** What the documentation and the editor say of a key. */
export interface KeyMeta {
  /** What may stand here, after "it should be": "a number from 0 to 60". */
  title: string;
  /** What it does, in a sentence or two. */
  description: string;
  /** Good values; the first is shown in hints. */
  examples: unknown[];
}

/** A mistake that a schema finds beyond the shape, as zod carries it (`params` of a custom issue). */
export type ValueMistake =
  | { code: 'out-of-range'; given: string; min: string; max: string; shift: number }
  | { code: 'impossible-date'; date: string; shift: number }
  | { code: 'backward-dates'; start: string; end: string }
  | {
      code: 'bounds-order';
      first: string;
      firstValue: string;
      second: string;
      secondValue: string;
    };

const NUMBER_RANGE = /^-?\d+(\.\d+)?\s*\.\.\s*-?\d+(\.\d+)?$/;
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const ONE_DAY = new RegExp(`^${DAY}$`);
const TWO_DAYS = new RegExp(String.raw`^${DAY}\s*\.\.\s*${DAY}$`);
const DAY_OR_TWO = new RegExp(String.raw`^${DAY}(\s*\.\.\s*${DAY})?$`);

/** Small Latin letters, digits and single hyphens: the form of the names that authors give. */
export const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The name of a layer: as {@link KEBAB}, from a letter on, since objects sort numbers first. */
export const LAYER_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A text that is not blank. */
export function text(description: string, example: string, title = 'text') {
  return z
    .string()
    .regex(/\S/)
    .meta({ title, description, examples: [example] });
}

/** Names of things that stand elsewhere: `examples` are a whole list. */
export function names(description: string, example: string[]) {
  return z
    .array(
      z
        .string()
        .regex(/\S/)
        .meta({ title: 'a name', description: '', examples: [example[0]] }),
    )
    .meta({ title: 'a list of names', description, examples: [example] });
}

/** A number that may move while a step is read: `20` or `20 .. 45`. */
export function movable(min: number, max: number, meta: Omit<KeyMeta, 'title'>) {
  return z
    .union([z.number().min(min).max(max), z.string().regex(NUMBER_RANGE)])
    .transform((value, context): Range => {
      const ends = typeof value === 'number' ? [value, value] : value.split('..').map(Number);
      ends.forEach((end, index) => {
        if (end >= min && end <= max) return;
        const second = /\.\.\s*/.exec(String(value));
        const params: ValueMistake = {
          code: 'out-of-range',
          given: String(end),
          min: String(min),
          max: String(max),
          shift: index > 0 && second ? second.index + second[0].length : 0,
        };
        context.issues.push({ code: 'custom', params, input: value });
      });
      return ends as Range;
    })
    .meta({
      title: `a number from ${min} to ${max}, or a range of two such as \`a .. b\``,
      ...meta,
    });
}

function toDays(value: string, report: (mistake: ValueMistake) => void): Range<Day> {
  const parts = [...value.matchAll(new RegExp(DAY, 'g'))];
  const days = parts.map((part) => parseDay(part[0]));
  parts.forEach((part, index) => {
    if (days[index] !== undefined) return;
    report({ code: 'impossible-date', date: part[0], shift: part.index });
  });
  const [start, end = start] = days;
  if (start === undefined || end === undefined) return [0, 0];
  if (start > end) {
    const [first = '', second = ''] = parts.map((part) => part[0]);
    report({ code: 'backward-dates', start: first, end: second });
  }
  return [start, end];
}

function days(pattern: RegExp, meta: KeyMeta) {
  return z
    .string()
    .regex(pattern)
    .transform((value, context) =>
      toDays(value, (params) =>
        context.issues.push({ code: 'custom', params: { ...params }, input: value }),
      ),
    )
    .meta({ ...meta });
}

const TIME = /^(\d+(?:\.\d+)?)\s?(ms|s)$/;

/** A time such as `6s` or `800ms`, in milliseconds; `min` and `max` are written likewise. */
export function duration(min: string, max: string, meta: Omit<KeyMeta, 'title'>) {
  return z
    .string()
    .regex(TIME)
    .transform((value, context): number => {
      const time = toMilliseconds(value);
      if (time < toMilliseconds(min) || time > toMilliseconds(max)) {
        const params: ValueMistake = { code: 'out-of-range', given: value, min, max, shift: 0 };
        context.issues.push({ code: 'custom', params, input: value });
      }
      return time;
    })
    .meta({
      title: `a time from ${min} to ${max}, in seconds \`s\` or milliseconds \`ms\``,
      ...meta,
    });
}

function toMilliseconds(time: string): number {
  const [, value = '', unit] = TIME.exec(time) ?? [];
  return Math.round(Number(value) * (unit === 's' ? 1000 : 1));
}

/** A day, or a day that moves: `1950-10-19` or `1950-10-19 .. 1950-10-25`. */
export function movableDay(description: string) {
  return days(DAY_OR_TWO, {
    title: 'a day `YYYY-MM-DD`, or a range of two such as `1950-10-19 .. 1950-10-25`',
    description,
    examples: ['1950-10-19 .. 1950-10-25', '1950-10-19'],
  });
}

/** The first and last day of something. */
export function period(description: string) {
  return days(TWO_DAYS, {
    title: 'two days with `..` between them',
    description,
    examples: ['1950-06-25 .. 1953-07-27'],
  });
}

/** One day. */
export function singleDay(description: string) {
  return days(ONE_DAY, { title: 'a day `YYYY-MM-DD`', description, examples: ['2025-06-25'] });
}

/** Whether a text is a language tag of BCP 47. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
