import earcut, { flatten } from 'earcut';
import type { Feature, Position } from 'geojson';
import { project } from '../core/camera.ts';
import type { LngLat } from '../core/story.ts';

/** Floats a vertex of a stroke takes: previous, here, next (2 each), side, along. */
export const STROKE_FLOATS = 8;

/**
 * A polyline as a triangle strip for the stroke shaders, in Web Mercator coordinates from 0 to 1;
 * `along` is the way from its start in the same unit. Fewer than two points give nothing.
 */
export function strokeStrip(line: readonly LngLat[]): Float32Array {
  if (line.length < 2) return new Float32Array(0);
  const points = line.map(project);
  const strip = new Float32Array(points.length * 2 * STROKE_FLOATS);
  let along = 0;
  let offset = 0;
  points.forEach((here, i) => {
    const previous = points[i - 1] ?? here;
    const next = points[i + 1] ?? here;
    along += Math.hypot(here[0] - previous[0], here[1] - previous[1]);
    for (const side of [1, -1]) {
      strip.set([...previous, ...here, ...next, side, along], offset);
      offset += STROKE_FLOATS;
    }
  });
  return strip;
}

/** A ring as vertices for a triangle fan, in Web Mercator coordinates. */
export function ringFan(ring: readonly LngLat[]): Float32Array {
  return new Float32Array(ring.flatMap(project));
}

/** The polygons of some features as triangles, in Web Mercator coordinates. */
export function triangulate(features: readonly Feature[]): Float32Array {
  const polygons = features.flatMap(({ geometry }): Position[][][] => {
    if (geometry.type === 'Polygon') return [geometry.coordinates];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  });
  const triangles = polygons.flatMap((polygon) => {
    const rings = polygon.map((ring) => ring.map((position) => project(position as LngLat)));
    const { vertices, holes, dimensions } = flatten(rings);
    return earcut(vertices, holes, dimensions).flatMap((index) => [
      vertices[2 * index] ?? 0,
      vertices[2 * index + 1] ?? 0,
    ]);
  });
  return new Float32Array(triangles);
}
