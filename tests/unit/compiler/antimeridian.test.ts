import type { Feature, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../src/compiler/layer-bounds.ts';
import { unwrapLine, unwrapLines } from '../../../src/compiler/unwrap-lines.ts';

const feature = (geometry: Geometry): Feature => ({ type: 'Feature', properties: {}, geometry });

const PACIFIC = [
  [140, 36],
  [179, 45],
  [-170, 48],
  [-122, 38],
];

const middle = ([west, , east]: readonly number[]): number => {
  const lon = (west! + east!) / 2;
  return lon - 360 * Math.round(lon / 360);
};

describe('case 6: a line across the antimeridian', () => {
  it('goes the short way, its middle between -180 and 180', () => {
    const longitudes = unwrapLine(PACIFIC).map(([lon]) => lon);
    expect(longitudes).toEqual([-220, -181, -170, -122]);
  });

  it('is in the middle of a camera that looks at all of it', () => {
    const line = feature({ type: 'LineString', coordinates: PACIFIC });
    expect(middle(boundsOf([line])!)).toBeCloseTo(-171, 9);
    expect(middle(boundsOf([unwrapLines(line)])!)).toBeCloseTo(-171, 9);
  });

  it('has room for what lies on it and beside it', () => {
    const island = feature({ type: 'Point', coordinates: [-150, 20] });
    const line = feature({ type: 'LineString', coordinates: PACIFIC });
    const [west, , east] = boundsOf([island, line])!;
    expect(east - west).toBe(98);
    const guam = feature({ type: 'Point', coordinates: [130, 10] });
    const wider = boundsOf([line, guam])!;
    expect(wider[2] - wider[0]).toBe(108);
  });

  it('stays as it is where it does not cross, and where it is a whole parallel', () => {
    const plain = [
      [-10, 0],
      [160, 5],
    ];
    const parallel = [
      [-180, 10],
      [180, 10],
    ];
    expect(unwrapLine(plain)).toBe(plain);
    expect(unwrapLine(parallel)).toBe(parallel);
  });

  it('goes the short way in each part of several', () => {
    const { geometry } = unwrapLines(
      feature({ type: 'MultiLineString', coordinates: [PACIFIC, [...PACIFIC].reverse()] }),
    );
    const parts = (geometry as { coordinates: number[][][] }).coordinates;
    for (const part of parts) {
      const steps = part.slice(1).map(([lon], i) => Math.abs(lon! - part[i]![0]!));
      expect(Math.max(...steps)).toBeLessThan(180);
    }
  });
});
