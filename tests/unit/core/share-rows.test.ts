import { describe, expect, it } from 'vitest';
import type { DatedLine } from '../../../src/core/dated-line.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { shareRows } from '../../../src/core/share-rows.ts';
import type { LngLat } from '../../../src/core/story.ts';

const front = (date: string, lat: number) => ({
  type: 'Feature' as const,
  id: date,
  properties: { role: 'line', date, uncertainty_km: 1, continuous: true },
  geometry: {
    type: 'LineString' as const,
    coordinates: [
      [124, lat],
      [131, lat],
    ],
  },
});
/** Ten days in which a front at 37° moves to 38°. */
const line: DatedLine = createDatedLine([front('1950-07-01', 37), front('1950-07-11', 38)]);
const box: LngLat[] = [
  [126, 36],
  [128, 36],
  [128, 39],
  [126, 39],
  [126, 36],
];

describe('the rows of a share', () => {
  it('come every so many days, and on the last day however soon it comes', () => {
    const dates = (step: number) => shareRows(line, [box], step).map(({ date }) => date);
    expect(dates(7)).toEqual(['1950-07-01', '1950-07-08', '1950-07-11']);
    expect(dates(5)).toEqual(['1950-07-01', '1950-07-06', '1950-07-11']);
    expect(dates(40)).toEqual(['1950-07-01', '1950-07-11']);
  });

  it('give each side its part of the whole', () => {
    const [first, last] = shareRows(line, [box], 10);
    // Two of three degrees of latitude are north at first, one at the end; the north's are narrower.
    expect(Number(first?.north_percent)).toBeCloseTo(66, 0);
    expect(Number(last?.north_percent)).toBeCloseTo(33, 0);
    for (const { north_km2, south_km2, north_percent } of [first!, last!]) {
      const percent = (100 * north_km2) / (north_km2 + south_km2);
      expect(percent).toBeCloseTo(Number(north_percent), 1);
    }
  });
});
