import type { Feature } from 'geojson';
import type { Day } from './calendar.ts';
import type { DatedLineSample } from './dated-line-sample.ts';
import { lerp } from './easing.ts';
import { type KnownDay, readDays, readEnclaves } from './known-days.ts';
import { matchLines, mixPairs } from './match-lines.ts';
import { moveEnclaves } from './move-enclaves.ts';
import { remember } from './remember.ts';
import type { LngLat } from './story.ts';

/** A line that is known on some days, at any day. */
export interface DatedLine {
  /** The first and the last day on which it is known. */
  first: Day;
  last: Day;
  /** The line on a day, which may have a fraction: the first line before all, the last after all. */
  sample: (day: Day) => DatedLineSample;
}

/** The line between two known days, at `t` from 0 to 1 of the time between them. */
function createInterval(from: KnownDay, to: KnownDay): (t: number) => LngLat[] {
  const pairs = matchLines(from.line, to.arrival, from.next);
  return (t) => mixPairs(pairs, t);
}

/**
 * A line that is known on some days and moves at a steady pace between them.
 *
 * `features` are, in any order: a LineString for each known day, with the properties `role: "line"`,
 * `date` (ISO), `uncertainty_km`, `continuous` (default true), perhaps `broken_until` (ISO, the last
 * day without a continuous line, where that is before the next known day) and `next` (ascending
 * pairs of places, 0 to 1 of the length, on this line and on the one that comes to the next known
 * day, which are matched), its vertices from west to east, the north on its left; perhaps, for a
 * known day, a LineString with `role: "arrival"` and its `date`; and Polygons with
 * `role: "enclave"`, a `date`, a `name` that no other enclave has on that day, and perhaps `from`,
 * `until` (ISO dates) and `next` (as of lines, from the first vertex of its ring). Other features do
 * not matter.
 *
 * - On a known day the line is the one given. Between two, they are matched at their ends and at the
 *   pairs of `next`, and by place along them between; each point goes straight (in degrees) from the
 *   one to the other. Where an enclave is cut off from the land beside the line, or relieved, the
 *   line breaks up on that day: the one that has come to it is its arrival, the one that goes on is
 *   the one given.
 * - An enclave is there from the first day on which it is known, at once, or grows from its centroid
 *   from the day `from` on; between days on which it is known by the same name it changes its shape;
 *   after the last one it shrinks steadily to its centroid until the day `until`, or stays for one
 *   day. On the day `until` it is gone, even where it is known on it.
 *
 * Pure: what was sampled before makes no difference.
 *
 * @throws RangeError where no feature has the role `line`, or a feature has no date or is not of its
 * role's geometry.
 */
export function createDatedLine(features: readonly Feature[]): DatedLine {
  const days = readDays(features);
  const enclavesOn = moveEnclaves(readEnclaves(features));
  const intervals = new Map<number, (t: number) => LngLat[]>();

  const intervalAt = (i: number, [from, to]: readonly [KnownDay, KnownDay]) => {
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
    const { line, uncertainty, continuous } = from;
    const enclaves = enclavesOn(Math.max(day, days[0].day));
    if (!to || !(day > from.day)) return { line, enclaves, uncertainty, continuous };
    const t = (day - from.day) / (to.day - from.day);
    const whole = continuous || (from.brokenUntil !== undefined && day > from.brokenUntil);
    return {
      line: intervalAt(i, [from, to])(t),
      enclaves,
      uncertainty: lerp(uncertainty, to.uncertainty, t),
      continuous: whole && to.continuous,
    };
  };
  // The line and the area on both of its sides ask for the same day.
  return { first: days[0].day, last: days.at(-1)?.day ?? days[0].day, sample: remember(sample) };
}
