import type { Feature } from 'geojson';
import type { LngLat } from './story.ts';

/** The closed rings `[lon, lat][]` of all polygons of some features, outer ones and holes alike. */
export function ringsOf(features: readonly Feature[]): LngLat[][] {
  return features.flatMap(({ geometry }): LngLat[][] => {
    if (geometry.type === 'Polygon') return geometry.coordinates as LngLat[][];
    return geometry.type === 'MultiPolygon' ? (geometry.coordinates.flat() as LngLat[][]) : [];
  });
}
