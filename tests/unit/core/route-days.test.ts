import { describe, expect, it } from 'vitest';
import { FADE_DAYS, readRouteMarks, routeOn } from '../../../src/core/route-days.ts';
import { day } from '../../support/fixture-story.ts';

const marks = readRouteMarks([
  [0, '1950-06-25'],
  [0.4, '1950-06-28'],
  [0.4, '1950-07-03'],
  [1, '1950-07-05'],
]);

describe('a route with dates', () => {
  it('is not there before its first day', () => {
    expect(routeOn(marks, day('1950-06-24')).reveal).toBe(0);
    expect(routeOn(marks, day('1950-06-25')).reveal).toBe(0);
  });

  it('is at each of its marks on the day of that mark', () => {
    expect(routeOn(marks, day('1950-06-28')).reveal).toBeCloseTo(0.4, 12);
    expect(routeOn(marks, day('1950-07-05')).reveal).toBe(1);
  });

  it('goes at a steady pace between two marks, and halts where two marks are one place', () => {
    expect(routeOn(marks, day('1950-06-26')).reveal).toBeCloseTo(0.4 / 3, 12);
    expect(routeOn(marks, day('1950-07-01')).reveal).toBe(0.4);
    expect(routeOn(marks, day('1950-07-04')).reveal).toBeCloseTo(0.7, 12);
  });

  it('never goes back, whatever the day', () => {
    let before = 0;
    for (let at = day('1950-06-20'); at < day('1950-07-10'); at += 0.05) {
      const { reveal } = routeOn(marks, at);
      expect(reveal).toBeGreaterThanOrEqual(before);
      before = reveal;
    }
    expect(before).toBe(1);
  });

  it('stays whole until its last day, then fades and is gone', () => {
    const last = day('1950-07-05');
    expect(routeOn(marks, last)).toEqual({ reveal: 1, opacity: 1 });
    expect(routeOn(marks, last + FADE_DAYS / 2)).toEqual({ reveal: 1, opacity: 0.5 });
    expect(routeOn(marks, last + FADE_DAYS).opacity).toBe(0);
    expect(routeOn(marks, last + 1000).opacity).toBe(0);
  });

  it('is all there where the picture has no day, or the route no dates', () => {
    expect(routeOn(marks, null)).toEqual({ reveal: 1, opacity: 1 });
    expect(routeOn([], day('1950-06-25'))).toEqual({ reveal: 1, opacity: 1 });
    expect(readRouteMarks(undefined)).toEqual([]);
    expect(readRouteMarks([[0, 'in June']])).toEqual([]);
  });
});
