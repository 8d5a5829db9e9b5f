import { expect, it } from 'vitest';
import { ringsOf } from '../../../src/core/rings-of.ts';

it('ringsOf takes the rings of polygons, with their holes, and nothing of lines', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [0, 1],
    [0, 0],
  ];
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({
    ...{ type: 'Feature', properties: {}, geometry },
  });
  const rings = ringsOf([
    feature({ type: 'Polygon', coordinates: [ring, ring] }),
    feature({ type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] }),
    feature({ type: 'LineString', coordinates: ring }),
  ]);
  expect(rings).toEqual([ring, ring, ring, ring, ring]);
});
