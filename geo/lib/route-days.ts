import { parseDay } from '../../src/core/calendar.ts';
import { cumulativeLengths } from '../../src/core/geodesy.ts';
import type { LngLat } from '../../src/core/story.ts';
import type { Waypoint } from './inputs.ts';
import { kilometresBetween } from './sphere.ts';

/** A date, or two with ` .. ` between them: the day of coming and the day of going on. */
const DATES = /^(\d{4}-\d\d-\d\d)(?: \.\. (\d{4}-\d\d-\d\d))?$/;

/** Decimals of a part: a ten-thousandth of the longest route is less than a kilometre. */
const DECIMALS = 4;

function datesOf(text: string, where: string): string[] {
  const dates =
    DATES.exec(text)
      ?.slice(1)
      .filter((date) => date !== undefined) ?? [];
  if (dates.length === 0 || dates.some((date) => parseDay(date) === undefined)) {
    throw new Error(
      `${where}: "${text}" is no date. Write 1950-06-25 or 1950-06-25 .. 1950-07-03.`,
    );
  }
  return dates;
}

/** The index of the vertex at a waypoint, at or after `from`. */
function vertexAt(line: readonly LngLat[], position: LngLat, from: number): number {
  let nearest = from;
  for (let i = from; i < line.length; i += 1) {
    const nearer =
      kilometresBetween(line[i]!, position) < kilometresBetween(line[nearest]!, position);
    if (nearer) nearest = i;
  }
  return nearest;
}

/**
 * Where a route had come by which day: `[part of its length, ISO date][]`, from the dates of its
 * waypoints. Empty where none has a date. Throws where only some do and its ends do not, or where
 * the dates run back.
 */
export function routeDays(id: string, line: LngLat[], waypoints: Waypoint[]): [number, string][] {
  if (waypoints.every(([, , , date]) => date === undefined)) return [];
  if (waypoints[0]?.[3] === undefined || waypoints.at(-1)?.[3] === undefined) {
    throw new Error(`${id}: a route with dates needs one at its first and at its last waypoint.`);
  }
  const lengths = cumulativeLengths(line);
  let vertex = 0;
  const marks = waypoints.flatMap(([lon, lat, , date], i): [number, string][] => {
    vertex = i + 1 === waypoints.length ? line.length - 1 : vertexAt(line, [lon, lat], vertex);
    const part = Number(((lengths[vertex] ?? 0) / (lengths.at(-1) ?? 1)).toFixed(DECIMALS));
    return date ? datesOf(date, id).map((day) => [part, day]) : [];
  });
  marks.forEach(([, day], i) => {
    const before = marks[i - 1]?.[1] ?? day;
    if (day < before)
      throw new Error(`${id}: ${day} comes after ${before}. Put the dates in order.`);
  });
  return marks;
}
