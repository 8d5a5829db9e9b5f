import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alongLine,
  cumulativeLengths,
  distance,
  EARTH_RADIUS,
  isInside,
  lineLength,
  measureRing,
  positionsAlong,
} from '../../../src/core/geodesy.ts';
import type { LngLat } from '../../../src/core/story.ts';

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anywhere = fc.tuple(double(-180, 180), double(-90, 90)) as fc.Arbitrary<LngLat>;
const nearby = fc.tuple(double(120, 135), double(30, 45)) as fc.Arbitrary<LngLat>;

const SEOUL: LngLat = [126.978, 37.566];
const BUSAN: LngLat = [129.075, 35.18];
const SQUARE: LngLat[] = [
  [126, 37],
  [128, 37],
  [128, 39],
  [126, 39],
  [126, 37],
];

describe('distance', () => {
  it('is known between known places', () => {
    expect(distance(SEOUL, BUSAN) / 1000).toBeCloseTo(325, -1);
    expect(distance([0, 0], [90, 0])).toBeCloseTo((EARTH_RADIUS * Math.PI) / 2, 3);
    expect(distance([0, 90], [77, -90])).toBeCloseTo(EARTH_RADIUS * Math.PI, 3);
    expect(distance([179.5, 0], [-179.5, 0])).toBeCloseTo(distance([0, 0], [1, 0]), 6);
  });

  it('is the same there and back, and never shorter by way of a third place', () => {
    fc.assert(
      fc.property(anywhere, anywhere, anywhere, (a, b, c) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c) + 0.5);
      }),
    );
  });
});

describe('alongLine', () => {
  it('is as far along as asked, and on the stroke', () => {
    fc.assert(
      fc.property(nearby, nearby, double(0.001, 0.999), (a, b, part) => {
        const length = lineLength([a, b]);
        fc.pre(length > 1);
        expect(distance(a, alongLine([a, b], part * length))).toBeCloseTo(part * length, 3);
      }),
    );
  });

  it('ends at the ends', () => {
    const line = [SEOUL, BUSAN];
    expect([alongLine(line, -5), alongLine(line, 0), alongLine(line, 1e9)]).toEqual([
      SEOUL,
      SEOUL,
      BUSAN,
    ]);
    expect(alongLine([SEOUL], 3)).toEqual(SEOUL);
    expect(() => alongLine([], 0)).toThrow(RangeError);
  });

  it('takes the short way across the antimeridian', () => {
    const [lon, lat] = alongLine(
      [
        [179, 0],
        [-179, 0],
      ],
      distance([179, 0], [180, 0]),
    );
    expect([lon, lat]).toEqual([expect.closeTo(180, 6), expect.closeTo(0, 6)]);
  });
});

describe('the places of vertices', () => {
  it('add up to the length', () => {
    const line = [SEOUL, SEOUL, BUSAN];
    expect(cumulativeLengths(line)).toEqual([0, 0, distance(SEOUL, BUSAN)]);
    expect(positionsAlong(line)).toEqual([0, 0, 1]);
    expect(positionsAlong([SEOUL, SEOUL])).toEqual([0, 0]);
    expect([lineLength([]), lineLength([SEOUL])]).toEqual([0, 0]);
  });
});

describe('rings', () => {
  it('have a centroid and a signed area', () => {
    expect(measureRing(SQUARE)).toEqual({ centroid: [127, 38], area: 4 });
    expect(measureRing(SQUARE.toReversed()).area).toBe(-4);
    expect(measureRing([SEOUL, SEOUL, SEOUL]).centroid).toEqual(SEOUL);
  });

  it('have an inside', () => {
    expect(isInside([127, 38], SQUARE)).toBe(true);
    expect(isInside([129, 38], SQUARE)).toBe(false);
    expect(isInside([127, 40], SQUARE)).toBe(false);
  });
});
