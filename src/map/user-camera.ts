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

/** What MapLibre is told of our own moves, and tells on with their events. */
export const STORY_MOVE = { byStory: true } as const;

/**
 * Calls back whenever the map moves and the move is not one of ours ({@link STORY_MOVE}), for as long as
 * there is the map. That an event has no `originalEvent` does not make it ours: MapLibre has none for a
 * single turn of a wheel.
 */
export function watchUserCamera(map: MapLibreMap, onUserCamera: (camera: Camera) => void): void {
  map.on('move', (event: object) => {
    if (!('byStory' in event)) onUserCamera(cameraOf(map));
  });
}
