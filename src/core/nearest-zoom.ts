import type { LngLat } from './story.ts';

/** `[west, south, east, north]` where the atlas is drawn in full: its tiles of zoom 7. */
const IN_FULL = [101.25, 21.94, 146.25, 55.78] as const;
/** The nearest zoom there, where a bank of the Yalu is still a line and not a corner. */
const FULL_ZOOM = 11;
/** The nearest zoom everywhere else: its tiles are of zoom 5. */
const WORLD_ZOOM = 8;

/**
 * How near the camera may come to a place: no nearer than the atlas is drawn. The limit falls by one
 * zoom a degree from the well-mapped part outwards, so a map that is dragged over its edge does not jump.
 */
export function nearestZoom([lon, lat]: LngLat): number {
  const [west, south, east, north] = IN_FULL;
  const beyond = Math.max(west - lon, lon - east, south - lat, lat - north, 0);
  return Math.max(WORLD_ZOOM, FULL_ZOOM - beyond);
}
