import fc from 'fast-check';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createDatedLine } from '../../../src/core/dated-line.ts';
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

describe('case 15: a line anywhere on the Earth', () => {
  const ONE_DAY = (coordinates: LngLat[]): Feature[] => [
    {
      type: 'Feature',
      id: 'day',
      properties: { role: 'line', date: '1914-12-31' },
      geometry: { type: 'LineString', coordinates },
    },
  ];
  const sidesOf = (coordinates: LngLat[], places: Record<string, LngLat>) => {
    const on = createDatedLine(ONE_DAY(coordinates)).sample(0);
    return Object.fromEntries(
      Object.entries(places).map(([name, place]) => [name, sideOf(on, place).side]),
    );
  };

  it('has the sides of a western front of 1914', () => {
    const front: LngLat[] = [
      [2.75, 51.15],
      [2.88, 50.85],
      [2.78, 50.29],
      [2.9, 49.6],
      [4.03, 49.3],
      [5.38, 49.2],
      [5.55, 48.9],
      [6.9, 48.3],
      [7.2, 47.45],
    ];
    const places: Record<string, LngLat> = {
      brussels: [4.35, 50.85],
      antwerp: [4.4, 51.22],
      cologne: [6.96, 50.94],
      munich: [11.58, 48.14],
      paris: [2.35, 48.86],
      calais: [1.86, 50.95],
      belfort: [6.86, 47.64],
    };
    expect(sidesOf(front, places)).toEqual({
      ...{ brussels: 'north', antwerp: 'north', cologne: 'north', munich: 'north' },
      ...{ paris: 'south', calais: 'south', belfort: 'south' },
    });
  });

  it('has a north at 61 degrees, near a pole, on the equator and over the antimeridian', () => {
    for (const [lon, lat] of [
      [10, 61],
      [10, 84],
      [10, 0],
      [10, -60],
      [178, 20],
    ] as const) {
      const line: LngLat[] = [
        [lon, lat],
        [lon + 4, lat],
      ];
      const places: Record<string, LngLat> = {
        above: [lon + 2, lat + 0.5],
        farAbove: [lon + 2, Math.min(89, lat + 30)],
        below: [lon + 2, lat - 0.5],
        otherTurn: [lon + 2 - 360, lat + 0.5],
      };
      const sides = { above: 'north', farAbove: 'north', below: 'south', otherTurn: 'north' };
      expect(sidesOf(line, places), `${lon}, ${lat}`).toEqual(sides);
    }
  });
});
