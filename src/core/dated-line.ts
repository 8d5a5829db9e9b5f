import type { Feature } from 'geojson';
import type { Day } from './calendar.ts';
import type { DatedLineSample } from './dated-line-sample.ts';
import { lerp } from './easing.ts';
import { type KnownDay, readDays } from './known-days.ts';
import { matchLines, mixPairs } from './match-lines.ts';
import { moveEnclaves } from './move-enclaves.ts';

/** A line that is known on some days, at any day. */
export interface DatedLine {
  /** The first and the last day on which it is known. */
  first: Day;
  last: Day;
  /** The line on a day, which may have a fraction: the first line before all, the last after all. */
  sample: (day: Day) => DatedLineSample;
}

/** All that moves between two known days, at `t` from 0 to 1 of the time between them. */
type Interval = (t: number) => Pick<DatedLineSample, 'line' | 'enclaves'>;

function createInterval(from: KnownDay, to: KnownDay): Interval {
  const pairs = matchLines(from.line, to.line, from.next);
  const enclavesAt = moveEnclaves(from, to);
  return (t) => ({ line: mixPairs(pairs, t), enclaves: enclavesAt(t) });
}

/**
 * A line that is known on some days and moves at a steady pace between them.
 *
 * `features` are, in any order: a LineString for each known day, with the properties `role: "line"`,
 * `date` (ISO), `uncertainty_km`, `continuous` (default true) and `next` (ascending
 * pairs of places, 0 to 1 of the length, on this line and on that of the next known day, which are
 * matched), its vertices from west to east, the north on
 * its left; and Polygons with `role: "enclave"`, the `date` of a known day, a `name` that no other
 * enclave has on that day, and perhaps `from` and `until`, the ISO
 * dates after that day on which it was cut off and by which it was given up. Other features
 * do not matter.
 *
 * - On a known day the line is the one given. Between two, they are matched at their ends and at the
 *   pairs of `next`, and by place along them between; each point goes straight (in degrees) from the
 *   one to the other.
 * - An enclave that both days know by the same name changes its shape. One that only one of them
 *   knows opens from its centroid, or closes to it: it closes steadily by the day it was given up,
 *   where that is known. Else it opens in the second half of the interval and closes in the first half;
 *   but where the line passes over it, it opens in the first quarter (it
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
    const { line, uncertainty, continuous } = from;
    if (!to || !(day > from.day)) {
      const there = from.enclaves.filter((enclave) => enclave.from === undefined);
      const enclaves = there.map(({ name, ring }) => ({ name, ring }));
      return { line, enclaves, uncertainty, continuous };
    }
    const t = (day - from.day) / (to.day - from.day);
    return {
      ...intervalAt(i, [from, to])(t),
      uncertainty: lerp(uncertainty, to.uncertainty, t),
      continuous: continuous && to.continuous,
    };
  };
  return { first: days[0].day, last: days.at(-1)?.day ?? days[0].day, sample };
}
