import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../core/camera.ts';

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
 * Calls back whenever the reader moves the map (a move that began with an input event, not one of
 * ours). Returns what ends it.
 */
export function watchUserCamera(
  map: MapLibreMap,
  onUserCamera: (camera: Camera) => void,
): () => void {
  const onMove = (event: { originalEvent?: unknown }): void => {
    if (event.originalEvent) onUserCamera(cameraOf(map));
  };
  map.on('move', onMove);
  return () => {
    map.off('move', onMove);
  };
}
