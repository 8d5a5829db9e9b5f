import { TILE_SIZE } from '../core/camera.ts';

/** Half of a front's width, CSS pixels. */
export const FRONT_CORE = 3.4;
/** Half of the pale core between the two sides' colours of a front, CSS pixels. */
export const FRONT_PALE = 0.85;
/** Where there was no continuous front: from one dash to the next, CSS pixels. */
export const FRONT_PERIOD = 26;
/** Half of such a dash, CSS pixels. */
export const FRONT_DASH = 7.7;

/** The widest halo of a front, CSS pixels each side: beyond it a front would hide the map it lies on. */
export const WIDEST_HALO = 44;
/** The halo's bands, from the widest in: part of its width, and opacity. */
export const HALO_BANDS = [
  [1, 0.07],
  [0.72, 0.08],
  [0.46, 0.09],
  [0.24, 0.1],
] as const;

/** Opacity of an area, and what the lines of its hatching add to it. */
export const AREA_TINT = 0.17;
/** What a line of hatching adds to {@link AREA_TINT}. */
export const HATCH_INK = 0.26;
/** From one line of hatching to the next along the edge of the screen, CSS pixels; they lean by 45 degrees. */
export const HATCH_PERIOD = 11;
/** Half of a line of hatching, CSS pixels. */
export const HATCH_LINE = 0.7;

/** Half of a route's width at its head, CSS pixels at zoom 6.5; at its tail it is half as wide. */
export const ROUTE_CORE = 1.9;
/** How much wider its pale casing is on each side, CSS pixels. */
export const ROUTE_CASING = 1.6;
/** Opacity of the casing. */
export const CASING_INK = 0.8;
/** The size of a route's head, CSS pixels at zoom 6.5. */
export const HEAD = 13;
/** The size of the pale one under it, CSS pixels at zoom 6.5. */
export const HEAD_CASING = 17;
/** The corners of a head of size 1, ahead and to the left of its tip: a triangle with a barb. */
export const HEAD_CORNERS = [
  [0.75, 0],
  [-0.75, 0.72],
  [-0.4, 0],
  [-0.75, -0.72],
] as const;

const EARTH_CIRCUMFERENCE = 40_075_016.686;

/** How much larger routes are drawn than at zoom 6.5: on the globe thin, by a town bold. */
export function routeScale(zoom: number): number {
  return Math.min(1.6, Math.max(0.6, 2 ** ((zoom - 6.5) * 0.2)));
}

/**
 * Half of the width of a front's halo, CSS pixels at `zoom`: how far the line may be off (`uncertainty`,
 * kilometres) at a latitude in degrees, and no more than {@link WIDEST_HALO}.
 */
export function haloWidth(
  zoom: number,
  { uncertainty, latitude }: { uncertainty: number; latitude: number },
): number {
  const metres = EARTH_CIRCUMFERENCE * Math.cos((latitude * Math.PI) / 180);
  return Math.min((uncertainty * 1000 * TILE_SIZE * 2 ** zoom) / metres, WIDEST_HALO);
}
