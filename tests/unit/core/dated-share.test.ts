import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import { createDatedShare } from '../../../src/core/dated-share.ts';
import { ringsOf } from '../../../src/core/rings-of.ts';
import type { LngLat } from '../../../src/core/story.ts';

const read = (name: string): FeatureCollection =>
  JSON.parse(readFileSync(new URL(`../../../geo/${name}.geojson`, import.meta.url), 'utf8'));

const box = (west: number, south: number, east: number, north: number): LngLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
/** The area of a box of one degree by one, km², on the sphere: exact (Archimedes). */
const degreeBox = (south: number): number => {
  const sine = (lat: number) => Math.sin((lat * Math.PI) / 180);
  return ((6371.0088 ** 2 * Math.PI) / 180) * (sine(south + 1) - sine(south));
};
const line: LngLat[] = [
  [124, 38],
  [131, 38],
];
const sampled = (rings: LngLat[][] = []) => ({
  line,
  enclaves: rings.map((ring, i) => ({ name: String(i), ring })),
  uncertainty: 0,
  continuous: true,
});

describe('createDatedShare', () => {
  it('measures boxes on both sides of a parallel to a thousandth', () => {
    const { north, south } = createDatedShare([box(126, 37, 127, 39)])(sampled());
    expect(north / degreeBox(38)).toBeCloseTo(1, 3);
    expect(south / degreeBox(37)).toBeCloseTo(1, 3);
  });

  it('takes holes out, and gives enclaves to the south once, even where they overlap', () => {
    const share = createDatedShare([box(126, 38, 128, 39), box(126, 38, 127, 39)]);
    expect(share(sampled()).north / degreeBox(38)).toBeCloseTo(1, 3);
    const half = share(sampled([box(127, 38, 127.5, 39), box(127.2, 38, 127.5, 39)]));
    expect(half.north / degreeBox(38)).toBeCloseTo(0.5, 3);
    expect(half.south / degreeBox(38)).toBeCloseTo(0.5, 3);
  });

  it('is nothing for no area', () => {
    expect(createDatedShare([])(sampled())).toEqual({ north: 0, south: 0 });
  });

  it('finds Korea as large as the handbooks say, and the armistice line near the 38th parallel', () => {
    const front = createDatedLine(read('korea/front-line').features);
    const share = createDatedShare(ringsOf(read('korea/peninsula').features));
    const on = (date: string) => share(front.sample(parseDay(date) ?? Number.NaN));
    const before = on('1950-06-25');
    const after = on('1953-07-27');
    const perimeter = on('1950-09-14');
    // 220,800 to 223,500 km² with islands, by the source.
    expect(before.north + before.south).toBeGreaterThan(219_000);
    expect(before.north + before.south).toBeLessThan(224_000);
    expect(after.south - before.south).toBeGreaterThan(2_000);
    expect(after.south - before.south).toBeLessThan(5_000);
    expect(perimeter.south / (perimeter.north + perimeter.south)).toBeLessThan(0.12);
  });
});
