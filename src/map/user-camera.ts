import type { Map as MapLibreMap, TransformConstrainFunction } from 'maplibre-gl';
import type { Camera } from '../core/camera.ts';
import { nearestZoom } from '../core/nearest-zoom.ts';

/** The camera a map shows now. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return {
    center: [lng, lat],
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  };
}

/**
 * MapLibre's limits to the camera of a map, and ours: it never comes nearer than the atlas is drawn.
 */
export function limitCamera(map: MapLibreMap): TransformConstrainFunction {
  return (center, zoom) => {
    const own = map._camera.transform.defaultConstrain(center, zoom);
    const { lng, lat } = own.center.wrap();
    return { ...own, zoom: Math.min(own.zoom, nearestZoom([lng, lat])) };
  };
}

/**
 * Calls back whenever the reader moves the map (a move that began with an input event, not one of
 * ours), for as long as there is the map.
 */
export function watchUserCamera(map: MapLibreMap, onUserCamera: (camera: Camera) => void): void {
  map.on('move', ({ originalEvent }: { originalEvent?: unknown }) => {
    if (originalEvent) onUserCamera(cameraOf(map));
  });
}
