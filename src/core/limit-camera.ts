import { type Camera, project, TILE_SIZE, unproject } from './camera.ts';
import { clamp } from './easing.ts';
import { nearestZoom } from './nearest-zoom.ts';
import type { Viewport } from './viewport.ts';

/** The farthest zoom: farther out the whole globe has been seen for long, and only grows smaller. */
export const FARTHEST_ZOOM = 0;

/** The zoom from which the map is flat: between it and a lower one the atlas's style turns it into a globe. */
export const FLAT_FROM = 4.4;

/**
 * A camera that the map of a viewport can have: no farther than {@link FARTHEST_ZOOM}, no nearer than the
 * atlas is drawn, and on the flat map with no free ground beyond the world's northern and southern edge,
 * as MapLibre has it. One within these limits is returned as it is.
 */
export function limitCamera(
  camera: Camera,
  { stage, padding }: Pick<Viewport, 'stage' | 'padding'>,
): Camera {
  const zoom = Math.max(FARTHEST_ZOOM, Math.min(camera.zoom, nearestZoom(camera.center)));
  const [x, y] = project(camera.center);
  const free = Math.max(0, stage.height - padding.top - padding.bottom);
  const half = zoom < FLAT_FROM ? 0 : free / 2 / (TILE_SIZE * 2 ** zoom);
  const kept = clamp(y, half, 1 - half);
  if (kept !== y) return { ...camera, zoom, center: unproject([x, kept]) };
  return zoom === camera.zoom ? camera : { ...camera, zoom };
}
