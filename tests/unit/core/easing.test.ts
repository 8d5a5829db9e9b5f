import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp01, easeInOutCubic, lerp } from '../../../src/core/easing.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('easing', () => {
  it('limits to 0 to 1, and takes what is not a number for 0', () => {
    expect([-1, 0, 0.25, 1, 2, Number.POSITIVE_INFINITY, Number.NaN].map(clamp01)).toEqual([
      0, 0, 0.25, 1, 1, 1, 0,
    ]);
  });

  it('is exact at both ends of a straight interpolation', () => {
    fc.assert(
      fc.property(number, number, (a, b) => lerp(a, b, 0) === a && Object.is(lerp(a, b, 1), b)),
    );
  });

  it('eases symmetrically, and never turns back', () => {
    expect([0, 0.5, 1].map(easeInOutCubic)).toEqual([0, 0.5, 1]);
    fc.assert(
      fc.property(part, part, (a, b) => {
        expect(easeInOutCubic(a) + easeInOutCubic(1 - a)).toBeCloseTo(1, 12);
        expect(Math.sign(easeInOutCubic(a) - easeInOutCubic(b)) * Math.sign(a - b)).not.toBe(-1);
      }),
    );
  });

  it('is to the last digit what multiplication gives, so that every browser has the same', () => {
    fc.assert(
      fc.property(part, (t) => {
        const [way, rest] = [t, 1 - t];
        const given = t < 0.5 ? 4 * way * way * way : 1 - 4 * rest * rest * rest;
        expect(easeInOutCubic(t)).toBe(given);
      }),
      { examples: [[0.6399999999999997]] },
    );
  });
});
