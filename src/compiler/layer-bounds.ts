import type { Feature, Geometry, Position } from 'geojson';
import type { Bounds } from '../core/story.ts';
import { unwrapLine } from './unwrap-lines.ts';

/**
 * The smallest box around features, in degrees; `undefined` where they hold no position. The parts
 * are seen as stretches on the circle of longitudes, and the widest gap between them is left out,
 * so that islands on both sides of the antimeridian give a box across it.
 */
export function boundsOf(features: Feature[]): Bounds | undefined {
  const parts = features.flatMap(({ geometry }) => (geometry ? partsOf(geometry) : []));
  const positions = parts.flat();
  if (positions.length === 0) return undefined;
  const latitudes = positions.map((position) => position[1]!);
  const [south, north] = extent(latitudes);
  const stretches = parts
    .filter((part) => part.length > 0)
    .map((part) => extent(part.map((position) => position[0]!)));
  const [west, east] = aroundWidestGap(stretches);
  return [west, south, east, north];
}

function partsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [[...unwrapLine(geometry.coordinates)]];
    case 'MultiLineString':
      return geometry.coordinates.map((line) => [...unwrapLine(line)]);
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf);
  }
}

function extent(values: number[]): [least: number, most: number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/** A stretch that begins between -180 and 180. */
function fromHere([start, end]: [number, number]): [number, number] {
  const turn = 360 * Math.floor((start + 180) / 360);
  return [start - turn, end - turn];
}

function aroundWidestGap(stretches: [number, number][]): [west: number, east: number] {
  const sorted = stretches.map(fromHere).sort((a, b) => a[0] - b[0]);
  const west = sorted[0]![0];
  const east = extent(sorted.map((stretch) => stretch[1]))[1];
  let best: { gap: number; box: [number, number] } = {
    gap: west + 360 - east,
    box: [west, east],
  };
  // A stretch that crosses the antimeridian goes on in the west.
  let reached = Math.max(sorted[0]![1], east - 360);
  for (const [start, end] of sorted.slice(1)) {
    if (start - reached > best.gap) best = { gap: start - reached, box: [start, reached + 360] };
    reached = Math.max(reached, end);
  }
  return best.box;
}
