import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { inPolygon, inRing, northOf, selfCrossings } from '../../../geo/lib/polygon.ts';
import { isoDate, parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { distanceToLine } from '../../../src/core/geodesy.ts';
import type { LngLat } from '../../../src/core/story.ts';
import { lineOf, onlyShape, placeAt, readDataset } from './read-dataset.ts';

const { features } = readDataset('korea/front-line');
const ofRole = (role: string) => features.filter(({ properties }) => properties!.role === role);
const known = ofRole('line');
/** The line as it comes to a known day: before an enclave is cut off or relieved on it. */
const arrivalOn = (date: string) =>
  ofRole('arrival').find((each) => each.properties!.date === date);
const front = createDatedLine(features);
const korea = onlyShape('korea/peninsula');
const days = Array.from({ length: front.last - front.first + 1 }, (_, i) => front.first + i);
const lines = days.map((day) => front.sample(day).line);
const dayOf = (date: string): number => parseDay(date)!;

const kilometresTo = (position: Position, line: LngLat[]): number =>
  distanceToLine(position as LngLat, line) / 1000;

/**
 * How far a front of the time could move in a day, km, on land. The fastest that the sources tell of
 * is Task Force Lynch: 171 km (106.4 miles) on 26 September 1950 from Poun to Osan (Appleman, South
 * to the Naktong, ch. XXVIII), while the army before it dissolved. Before it, the North's 6th
 * Division went through the undefended south-west, from Chonju (20 July) to Sunch'on (25 July), some
 * 60 km a day of road on its longest days (ch. XIII). In the pursuit of October and the retreat of
 * December a corps made up to 45 km a day (ch. XXXI; Mossman, Ebb and Flow, ch. VII-VIII); where two
 * armies stood against each other, less than 25; and from July 1951 on less than 2.
 */
const BOUNDS: readonly (readonly [from: string, km: number])[] = [
  ['1950-06-25', 25],
  ['1950-07-20', 60],
  ['1950-07-25', 25],
  ['1950-09-22', 171],
  ['1950-09-26', 50],
  ['1950-12-01', 60],
  ['1950-12-15', 25],
  ['1951-07-10', 2],
];
const boundOn = (day: number): number =>
  BOUNDS.findLast(([from]) => dayOf(from) <= day)?.[1] ?? Number.NaN;

describe('the front on every day of the war', () => {
  test('there are 1,129 of them', () => {
    expect(days.map(isoDate)).toHaveLength(1129);
    expect(isoDate(days[0]!)).toBe('1950-06-25');
    expect(isoDate(days.at(-1)!)).toBe('1953-07-27');
  });

  test('does not cross itself', () => {
    const crossed = lines.flatMap((line, i) =>
      selfCrossings(line).length > 0 ? [isoDate(days[i]!)] : [],
    );
    expect(crossed).toEqual([]);
  });

  test('begins and ends at sea', () => {
    const ashore = lines.flatMap((line, i) =>
      [line[0]!, line.at(-1)!].some((end) => inPolygon(end, korea)) ? [isoDate(days[i]!)] : [],
    );
    expect(ashore).toEqual([]);
  });

  test('moves no further in a day than an army of that week could', () => {
    const tooFast = lines.slice(1).flatMap((line, i) => {
      const [before, bound] = [lines[i]!, boundOn(days[i]!)];
      const ahead = line.filter((position) => kilometresTo(position, before) > bound);
      const ashore = ahead.find((position) => inPolygon(position, korea));
      return ashore ? [`${isoDate(days[i]!)}: ${kilometresTo(ashore, before)} km`] : [];
    });
    expect(tooFast).toEqual([]);
  });

  test('runs nowhere ahead of both the fronts around it, but for what these are uncertain by', () => {
    const dates = known.map(({ id }) => String(id));
    const ahead = dates.slice(1).flatMap((next, i) => {
      const to = lineOf(arrivalOn(next) ?? known[i + 1]) as LngLat[];
      const from = lineOf(known[i]) as LngLat[];
      const slack = Math.max(...[i, i + 1].map((k) => known[k]!.properties!.uncertainty_km));
      const [northFrom, northTo] = [northOf(from), northOf(to)];
      const between = days.filter((day) => day > dayOf(dates[i]!) && day < dayOf(next));
      return between.flatMap((day) => {
        const out = lines[day - front.first]!.filter(
          (position) =>
            inRing(position, northFrom) === inRing(position, northTo) &&
            Math.min(kilometresTo(position, from), kilometresTo(position, to)) > slack &&
            inPolygon(position, korea),
        );
        return out.length > 0 ? [`${isoDate(day)}: ${out[0]}`] : [];
      });
    });
    expect(ahead).toEqual([]);
  });

  test('is continuous but from 16 September to 6 October and from 20 October to 15 December 1950', () => {
    const broken = days.filter((day) => !front.sample(day).continuous).map(isoDate);
    const from = (start: string, end: string) =>
      days.filter((day) => day >= dayOf(start) && day <= dayOf(end)).map(isoDate);
    expect(broken).toEqual([
      ...from('1950-09-16', '1950-10-06'),
      ...from('1950-10-20', '1950-12-15'),
    ]);
  });

  test('slides over no island: from 1951 those off the west coast are on the UNC’s side, without a break', () => {
    const islands = ['paengnyongdo', 'yonpyongdo'].map(placeAt);
    const lost = days.filter((day) => {
      const north = northOf(lines[day - front.first]!);
      return day >= dayOf('1950-12-31') && islands.some((island) => inRing(island, north));
    });
    expect(lost.map(isoDate)).toEqual([]);
  });

  test('is the given line on each given day', () => {
    for (const each of known) {
      expect(front.sample(dayOf(each.properties!.date)).line).toEqual(lineOf(each));
    }
  });
});
