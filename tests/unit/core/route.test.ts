import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, lineLength } from '../../../src/core/geodesy.ts';
import { createRoute } from '../../../src/core/route.ts';
import type { LngLat } from '../../../src/core/story.ts';

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const place = fc.tuple(double(120, 135), double(30, 45)) as fc.Arbitrary<LngLat>;
const anywhere = fc.tuple(double(-180, 180), double(-90, 90)) as fc.Arbitrary<LngLat>;
const path = fc.array(place, { minLength: 1, maxLength: 12 });
const part = double(0, 1);

const SOUTHWARD: LngLat[] = [
  [124.4, 40.1],
  [125, 39.6],
  [125.8, 39.1],
  [126.5, 38],
  [127, 37.6],
];

describe('createRoute', () => {
  it('is revealed at constant ground speed', () => {
    fc.assert(
      fc.property(path, part, (line, t) => {
        const route = createRoute(line);
        expect(route.length).toBe(lineLength(line));
        fc.pre(route.length > 1);
        const gone = lineLength(route.at(t).line);
        expect(Math.abs(gone - t * route.length) / route.length).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing at the start and exactly itself at the end', () => {
    fc.assert(
      fc.property(path, (line) => {
        const { at } = createRoute(line);
        expect(at(0)).toMatchObject({ line: [], head: line[0] });
        expect(at(1)).toMatchObject({ line, head: line.at(-1) });
        expect([at(-1), at(2)]).toEqual([at(0), at(1)]);
      }),
    );
  });

  it('ends at its head, and draws no stroke without length', () => {
    fc.assert(
      fc.property(part, (t) => {
        const { line, head } = createRoute(SOUTHWARD).at(t);
        expect(line.at(-1) ?? SOUTHWARD[0]).toEqual(head);
        line.slice(1).forEach((vertex, i) => {
          expect(distance(line[i] ?? vertex, vertex)).toBeGreaterThan(0);
        });
      }),
    );
    const route = createRoute([
      [127, 37],
      [127, 38],
      [127, 39],
    ]);
    expect(route.at(0.5).line).toHaveLength(2);
  });

  it('moves its head as far as t moves', () => {
    fc.assert(
      fc.property(path, double(0, 0.999), (line, t) => {
        const { at, length } = createRoute(line);
        expect(distance(at(t).head, at(t + 1e-3).head)).toBeLessThan(length * 1.05e-3 + 0.01);
      }),
    );
  });

  it('points the head along the way', () => {
    expect(
      createRoute([
        [127, 37],
        [127, 38],
      ]).at(0.5).bearing,
    ).toBeCloseTo(0, 9);
    expect(
      createRoute([
        [127, 37],
        [128, 37],
      ]).at(0).bearing,
    ).toBeCloseTo(90, 9);
    expect(
      createRoute([
        [127, 38],
        [127, 37],
      ]).at(1).bearing,
    ).toBeCloseTo(180, 9);
    expect(
      createRoute([
        [179, 0],
        [-179, 0],
      ]).at(1).bearing,
    ).toBeCloseTo(90, 9);
  });

  it('turns the head gently at a bend', () => {
    const { at } = createRoute([
      [126, 37],
      [126, 38],
      [127, 38],
    ]);
    const bearings = Array.from({ length: 1001 }, (_, i) => at(i / 1000).bearing);
    bearings.slice(1).forEach((bearing, i) => {
      expect(bearing - (bearings[i] ?? 0)).toBeGreaterThanOrEqual(-0.5);
      expect(bearing - (bearings[i] ?? 0)).toBeLessThan(5);
    });
    expect(bearings[1000]).toBeCloseTo(90, 6);
  });

  it('gives the same part whatever was asked before', () => {
    fc.assert(
      fc.property(path, fc.array(part), part, (line, before, t) => {
        const used = createRoute(line);
        for (const s of before) used.at(s);
        expect(used.at(t)).toEqual(createRoute(line).at(t));
      }),
    );
  });

  it('is finite anywhere on the globe, and without length', () => {
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 5 }), part, (line, t) => {
        const { line: gone, head, bearing } = createRoute(line).at(t);
        expect([...gone.flat(), ...head, bearing].every(Number.isFinite)).toBe(true);
      }),
    );
    const still = createRoute([
      [127, 37],
      [127, 37],
    ]);
    expect([still.length, still.at(0.5)]).toEqual([0, { line: [], head: [127, 37], bearing: 0 }]);
    expect(() => createRoute([])).toThrow(RangeError);
  });
});
