import type { Feature, Geometry, Position } from 'geojson';
import { project } from '../core/camera.ts';
import type { LngLat } from '../core/story.ts';
import { type StyleFeature, WORLD_TILE } from './evaluate.ts';

const { extent } = WORLD_TILE;

function toTile(position: Position): { x: number; y: number } {
  const [x, y] = project(position as LngLat);
  return { x: x * extent, y: y * extent };
}

/** The lines, rings or points of a geometry in the units of the tile that is the world. */
function partsOf(geometry: Geometry): { x: number; y: number }[][] {
  switch (geometry.type) {
    case 'Point':
      return [[toTile(geometry.coordinates)]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [toTile(position)]);
    case 'LineString':
      return [geometry.coordinates.map(toTile)];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.map((part) => part.map(toTile));
    case 'MultiPolygon':
      return geometry.coordinates.flat().map((part) => part.map(toTile));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf);
  }
}

function typeOf({ type }: Geometry): StyleFeature['type'] {
  if (type.endsWith('Polygon')) return 3;
  return type.endsWith('String') ? 2 : 1;
}

/** A feature of a GeoJSON source as MapLibre's expressions see it: an id that is a text is read as a number. */
export function asStyled(
  { id, properties, geometry }: Feature,
  state: NonNullable<StyleFeature['state']>,
): StyleFeature {
  return {
    type: typeOf(geometry),
    properties: properties ?? {},
    ...(id !== undefined && { id: typeof id === 'string' ? Number.parseInt(id, 10) : id }),
    geometry: partsOf(geometry),
    state,
  };
}
