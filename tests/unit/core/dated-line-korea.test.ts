import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { isoDate, parseDay } from '../../../src/core/calendar.ts';
import { createDatedLine } from '../../../src/core/dated-line.ts';
import type { LngLat } from '../../../src/core/story.ts';

const day = (date: string): number => parseDay(date) ?? Number.NaN;

describe('the front in Korea', () => {
  const path = new URL('../../../geo/korea/front-line.geojson', import.meta.url);
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as FeatureCollection;
  const front = createDatedLine(features);
  const [FIRST, LAST] = [day('1950-06-25'), day('1953-07-27')];
  const days = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);

  it('runs from edge to edge on every day of the war, and at every noon', () => {
    for (const noon of days.flatMap((d) => [d, d + 0.5])) {
      const { line: now, enclaves, uncertainty } = front.sample(noon);
      expect([now[0]?.[0], now.at(-1)?.[0]]).toEqual([124, 131]);
      const rings = enclaves.flatMap(({ ring }) => ring.flat());
      expect([...now.flat(), ...rings].every(Number.isFinite)).toBe(true);
      expect(uncertainty).toBeGreaterThanOrEqual(0);
    }
  });

  it('is the given line on every known day', () => {
    for (const { geometry, properties } of features) {
      if (properties?.role !== 'line' || geometry.type !== 'LineString') continue;
      expect(front.sample(day(properties.date)).line).toEqual(geometry.coordinates);
    }
  });

  it('never crosses itself', () => {
    const crossed = days.filter((d) => crossings(front.sample(d + 0.5).line) > 0);
    expect(crossed.map(isoDate)).toEqual([]);
  });

  it('is broken while the armies were on the move in November 1950', () => {
    expect(front.sample(day('1950-11-15')).continuous).toBe(false);
    expect(front.sample(day('1951-12-15')).continuous).toBe(true);
  });

  it('keeps the Inchon beachhead open until the forces from Pusan reach it', () => {
    const held = (date: string) => front.sample(day(date)).enclaves.length > 0;
    const dates = ['1950-09-14', '1950-09-15', '1950-09-25', '1950-09-26'];
    expect(dates.map(held)).toEqual([false, true, true, false]);
  });
});

/** How often a line crosses itself. */
function crossings(line: LngLat[]): number {
  const side = ([ax, ay]: LngLat, [bx, by]: LngLat, [x, y]: LngLat) =>
    (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const cross = (a: LngLat, b: LngLat, c: LngLat, d: LngLat) =>
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  const strokes = line.slice(1).map((b, i) => [line[i] ?? b, b] as const);
  const crossedBy = (i: number, [a, b]: readonly [LngLat, LngLat]) =>
    strokes.slice(i + 2).filter(([c, d]) => cross(a, b, c, d)).length;
  return strokes.reduce((sum, stroke, i) => sum + crossedBy(i, stroke), 0);
}
