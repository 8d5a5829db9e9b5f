import { describe, expect, it } from 'vitest';
import { formatTime, timeOf } from '../../../src/present/timer.ts';

describe('the time of a lesson', () => {
  it('has not begun to run before the lesson began', () => {
    expect(timeOf({ began: null, now: 5000 })).toEqual({ elapsed: 0 });
    expect(timeOf({ began: null, now: 5000, minutes: 40 }).remaining).toBe(2_400_000);
  });

  it('runs on, and beyond the end', () => {
    expect(timeOf({ began: 1000, now: 61_000, minutes: 2 })).toEqual({
      elapsed: 60_000,
      remaining: 60_000,
    });
    expect(timeOf({ began: 0, now: 121_000, minutes: 2 }).remaining).toBe(-1000);
  });

  it('is never before its beginning, where two clocks differ', () => {
    expect(timeOf({ began: 9000, now: 1000 })).toEqual({ elapsed: 0 });
  });
});

describe('a time in words of a clock', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [4_505_000, '75:05'],
    [-500, '0:00'],
    [-1000, '-0:01'],
    [-61_000, '-1:01'],
    [Number.NaN, '0:00'],
  ])('%d is %s', (time, text) => {
    expect(formatTime(time)).toBe(text);
  });
});
