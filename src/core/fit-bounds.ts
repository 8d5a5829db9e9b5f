import {
  type Camera,
  project,
  RADIANS,
  type Size,
  TILE_SIZE,
  unproject,
  wrapLongitude,
} from './camera.ts';
import type { Bounds } from './story.ts';
import type { Padding } from './viewport.ts';

/** What {@link fitBounds} fits a box into. */
export interface FitBoundsOptions extends Size {
  padding: Padding;
  /** Clockwise from north, degrees; default 0. */
  bearing?: number;
  /** The zoom is not higher than this, even for a box without extent; default 22. */
  maxZoom?: number;
}

/**
 * The closest camera, seen from straight above, that shows the whole of a box in the part of the
 * viewport that is not padded.
 *
 * It is what MapLibre's `map.cameraForBounds(bounds, { bearing })` answers on Mercator, on a map whose
 * own `padding` is set to the same padding: the centre is the middle of the box on the Mercator map,
 * and is drawn in the middle of the unpadded rectangle. (With padding given to `cameraForBounds`
 * instead, the zoom is the same, but the centre is shifted, for a map without padding.) The zoom is
 * not limited from below: a world that does not fit gives a negative one. Longitude is wrapped into
 * [-180, 180).
 *
 * A box with east beyond 180, or with east less than west, crosses the antimeridian. Padding that
 * leaves nothing leaves one pixel.
 */
export function fitBounds(
  bounds: Bounds,
  options: FitBoundsOptions,
): Pick<Camera, 'center' | 'zoom'> {
  const { width, height, padding, bearing = 0, maxZoom = 22 } = options;
  const [west, south, east, north] = bounds;
  const [x0, y0] = project([west, north]);
  const [x1, y1] = project([east < west ? east + 360 : east, south]);
  const cos = Math.abs(Math.cos(bearing * RADIANS)) * TILE_SIZE;
  const sin = Math.abs(Math.sin(bearing * RADIANS)) * TILE_SIZE;
  const [dx, dy] = [x1 - x0, Math.abs(y1 - y0)];
  const scale = Math.min(
    Math.max(1, width - padding.left - padding.right) / (dx * cos + dy * sin),
    Math.max(1, height - padding.top - padding.bottom) / (dx * sin + dy * cos),
  );
  const [lon, lat] = unproject([(x0 + x1) / 2, (y0 + y1) / 2]);
  return {
    center: [wrapLongitude(lon), lat],
    zoom: Math.min(maxZoom, Math.log2(scale)),
  };
}
