import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, isoDate, parseDay } from '../../../src/core/calendar.ts';

const day = fc.integer({ min: -600_000, max: 2_900_000 });

describe('parseDay', () => {
  it('is undone by isoDate', () => {
    fc.assert(
      fc.property(day, (d) => {
        expect(parseDay(isoDate(d))).toBe(d);
      }),
    );
  });

  it('counts days from 1970', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('1970-01-02')).toBe(1);
    expect(parseDay('1950-06-25')).toBe(-7130);
    expect(parseDay('1953-07-27')! - parseDay('1953-03-05')!).toBe(144);
  });

  it('knows leap years', () => {
    expect(parseDay('1952-02-29')).toBe(parseDay('1952-03-01')! - 1);
    expect(parseDay('2000-02-29')).toBeDefined();
    expect(parseDay('1900-02-29')).toBeUndefined();
  });

  it.each([
    ...['', '1951-02-29', '1950-13-01', '1950-00-10', '1950-06-31', '1950-6-25', '25.6.1950'],
    ...['1950-06-25T00:00', ' 1950-06-25', '1950-06-25\n', '19500625', '-1950-06-25'],
  ])('finds no day in %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

describe('isoDate', () => {
  it('takes a fraction for the day it is a part of, before 1970 too', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 999 }), (d, thousandths) => {
        expect(isoDate(d + thousandths / 1000)).toBe(isoDate(d));
      }),
    );
  });
});

describe('formatDay', () => {
  it('writes a day as readers of the language do, in no time zone', () => {
    const d = parseDay('1950-10-19')!;
    expect(formatDay(d, 'en')).toBe('19 October 1950');
    expect(formatDay(d + 0.999, 'en')).toBe('19 October 1950');
    expect(formatDay(d, 'en-US')).toBe('October 19, 1950');
    expect(formatDay(d, 'de')).toBe('19. Oktober 1950');
    expect(formatDay(d, 'ko')).toBe('1950년 10월 19일');
  });
});
