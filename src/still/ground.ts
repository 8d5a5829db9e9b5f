import type { Geometry, Position } from 'geojson';
import { project } from '../core/camera.ts';
import type { LngLat } from '../core/story.ts';
import type { Point } from './earth.ts';

/** Lines or rings of the Mercator unit square. */
export interface Ground {
  kind: 'lines' | 'rings';
  parts: Point[][];
}

const toMercator = (position: Position): Point => project(position as LngLat);

/** Twice the area of a ring, above 0 where it runs clockwise on the map. */
function twiceArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** A polygon's rings in Mercator units: the first clockwise, holes the other way, however the author has them. */
function wound(polygon: readonly Position[][]): Point[][] {
  return polygon.map((part, i) => {
    const ring = part.map(toMercator);
    return twiceArea(ring) > 0 === (i === 0) ? ring : ring.reverse();
  });
}

/** The lines and rings of a GeoJSON geometry in Mercator units; points have none. */
export function groundOfGeometry(geometry: Geometry): Ground[] {
  switch (geometry.type) {
    case 'LineString':
      return [{ kind: 'lines', parts: [geometry.coordinates.map(toMercator)] }];
    case 'MultiLineString':
      return [{ kind: 'lines', parts: geometry.coordinates.map((part) => part.map(toMercator)) }];
    case 'Polygon':
      return [{ kind: 'rings', parts: wound(geometry.coordinates) }];
    case 'MultiPolygon':
      return geometry.coordinates.map((polygon) => ({ kind: 'rings', parts: wound(polygon) }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(groundOfGeometry);
    default:
      return [];
  }
}
