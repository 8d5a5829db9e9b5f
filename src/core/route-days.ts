import { type Day, parseDay } from './calendar.ts';
import { lerp } from './easing.ts';

/** How far a route had been gone by a day, and how much of it is still to be seen. */
export interface RouteState {
  /** The part of the route's length that lies behind the head, 0 to 1. */
  reveal: number;
  /** 0 to 1: it fades after the last day. */
  opacity: number;
}

/** Where a route had come by its date: `[part of its length (0 to 1), day]`, both never falling. */
export type RouteMark = readonly [part: number, day: Day];

/** Days after a route's last date until nothing of it is drawn, where its data do not say. */
export const FADE_DAYS = 30;

/** The marks in a feature's `days`, `[part, ISO date][]`; none where it has no such property. */
export function readRouteMarks(days: unknown): RouteMark[] {
  if (!Array.isArray(days)) return [];
  return days.flatMap((mark): RouteMark[] => {
    const [part, date] = Array.isArray(mark) ? (mark as unknown[]) : [];
    const day = parseDay(String(date));
    return day === undefined ? [] : [[Number(part), day]];
  });
}

/**
 * A route on a day: before its first date it is not there, then its head goes at a steady pace from
 * mark to mark, and after the last it fades until `gone`, the day on which nothing of it is left. Two
 * marks in one place are a halt. Without marks, or without a day, all of it is there.
 */
export function routeOn(
  marks: readonly RouteMark[],
  day: Day | null,
  gone?: Day | undefined,
): RouteState {
  const last = marks.at(-1);
  if (!last || day === null) return { reveal: 1, opacity: 1 };
  const next = marks.findIndex(([, reached]) => reached > day);
  if (next < 0) {
    const days = Math.max(1, (gone ?? last[1] + FADE_DAYS) - last[1]);
    const opacity = Math.max(0, 1 - (day - last[1]) / days);
    return { reveal: last[0], opacity };
  }
  const [to, from] = [marks[next] ?? last, marks[next - 1]];
  if (!from) return { reveal: 0, opacity: 1 };
  return { reveal: lerp(from[0], to[0], (day - from[1]) / (to[1] - from[1])), opacity: 1 };
}
