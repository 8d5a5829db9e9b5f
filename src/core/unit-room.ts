import { type Camera, mercatorVector, TILE_SIZE } from './camera.ts';
import { clamp01 } from './easing.ts';
import type { LngLat, Unit } from './story.ts';
import type { Viewport } from './viewport.ts';

/** A tag that comes out of the text's shade comes out over so many pixels. */
const SOFT = 16;

/**
 * Whether the whole tag of a unit has room in the part of the stage that text leaves free, 0 to 1, in
 * hundredths, so that every engine agrees. Right for a map seen from above, north up; nearly so for one
 * that is tilted a little.
 */
export function unitRoom(
  { box: [left, top, right, bottom] }: Unit,
  position: LngLat,
  { camera, viewport: { stage, padding } }: { camera: Camera; viewport: Viewport },
): number {
  const [x, y] = mercatorVector(camera.center, position).map(
    (way) => way * TILE_SIZE * 2 ** camera.zoom,
  ) as [number, number];
  const width = (stage.width - padding.left - padding.right) / 2;
  const height = (stage.height - padding.top - padding.bottom) / 2;
  const room = Math.min(width + x + left, width - x - right, height + y + top, height - y - bottom);
  return Math.round(100 * clamp01(room / SOFT)) / 100;
}
