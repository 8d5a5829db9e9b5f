import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatedLineSample } from '../../../src/core/dated-line-sample.ts';
import { sideOf } from '../../../src/core/dated-side.ts';
import { distance } from '../../../src/core/geodesy.ts';
import type { LngLat } from '../../../src/core/story.ts';

const PARALLEL: LngLat[] = [
  [124, 38],
  [127, 38],
  [131, 38],
];
const POCKET: LngLat[] = [
  [126, 39],
  [127, 39],
  [127, 40],
  [126, 40],
  [126, 39],
];
const sample = (line: LngLat[], ring?: LngLat[]): DatedLineSample => ({
  line,
  enclaves: ring ? [{ name: 'pocket', ring }] : [],
  uncertainty: 5,
  continuous: true,
});

describe('sideOf', () => {
  it('tells the side of a straight line and the distance to it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 125, max: 130, noNaN: true }),
        fc.double({ min: 36, max: 40, noNaN: true }).filter((lat) => Math.abs(lat - 38) > 1e-6),
        (lon, lat) => {
          const answer = sideOf(sample(PARALLEL), [lon, lat]);
          expect(answer.side).toBe(lat > 38 ? 'north' : 'south');
          const straight = distance([lon, lat], [lon, 38]);
          expect(Math.abs(answer.distance - straight)).toBeLessThan(0.005 * straight + 1);
        },
      ),
    );
  });

  it('gives an enclave to the south, and measures to its edge', () => {
    const answer = sideOf(sample(PARALLEL, POCKET), [126.5, 39.1]);
    expect(answer).toEqual({ side: 'south', enclave: 'pocket', distance: expect.any(Number) });
    expect(answer.distance / 1000).toBeCloseTo(11.12, 1);
    expect(sideOf(sample(PARALLEL, POCKET), [126.5, 38.9]).side).toBe('north');
  });

  it('follows a line that doubles back', () => {
    const hook: LngLat[] = [
      [124, 38],
      [129, 38],
      [129, 39],
      [127, 39],
      [127, 40],
      [131, 40],
    ];
    const sideAt = (position: LngLat) => sideOf(sample(hook), position).side;
    expect([sideAt([128, 38.5]), sideAt([128, 39.5]), sideAt([130, 39.5])]).toEqual([
      'north',
      'south',
      'south',
    ]);
  });
});
