import { LngLat as MapLibreLngLat, type Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../core/story.ts';

/** Where a position is on a map, CSS pixels; absent where it is behind the globe. */
export function pointOf(map: MapLibreMap, [lng, lat]: LngLat): [number, number] | undefined {
  const position = new MapLibreLngLat(lng, lat);
  if (map._camera.transform.isLocationOccluded(position)) return undefined;
  const { x, y } = map.project(position);
  return [x, y];
}

/** The position at a point of a map, CSS pixels; absent beside the globe. */
export function positionAt(
  map: MapLibreMap,
  [x, y]: readonly [number, number],
): LngLat | undefined {
  const { lng, lat } = map.unproject([x, y]).wrap();
  // Beside the globe MapLibre gives the nearest place on its edge.
  const back = map.project([lng, lat]);
  return Math.hypot(back.x - x, back.y - y) < 2 ? [lng, lat] : undefined;
}
