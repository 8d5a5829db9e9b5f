import { clamp } from './easing.ts';
import type { LngLat } from './story.ts';

/** Where the map is seen from, in MapLibre's names. Angles in degrees. */
export interface Camera {
  /** What stands in the middle of the unpadded part of the viewport, `[lon, lat]`. */
  center: LngLat;
  /** Powers of two of the world's width in 512-pixel tiles: at 0 the world is 512 CSS pixels wide. */
  zoom: number;
  /** Compass direction that is up, clockwise from north, -180 to 180. */
  bearing: number;
  /** Tilt from straight down, 0 to 60. */
  pitch: number;
}

/** Width and height of what a map is drawn on, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** CSS pixels of the world's width at zoom 0. */
export const TILE_SIZE = 512;

/** The latitude, in degrees, at which the Mercator world is square; MapLibre's own limit. */
export const MAX_LATITUDE = 85.051129;

/** Radians of a degree. */
export const RADIANS = Math.PI / 180;

/** `value` rounded to `1 / steps`, as the nearest decimal; never -0. */
function round(value: number, steps: number): number {
  return Math.round(value * steps) / steps + 0;
}

/** `value` rounded to `1 / steps` and brought into [-180, 180), in whole steps; never -0. */
function roundAngle(value: number, steps: number): number {
  const turn = 360 * steps;
  const part = (Math.round(value * steps) + turn / 2) % turn;
  return ((part < 0 ? part + turn : part) - turn / 2) / steps + 0;
}

/** A longitude brought into [-180, 180) degrees and rounded to 1e-7; never -0. */
export function wrapLongitude(lon: number): number {
  return roundAngle(lon, 1e7);
}

/** A bearing brought into (-180, 180] degrees and rounded to 1e-4; never -0. */
export function wrapBearing(bearing: number): number {
  const wrapped = roundAngle(bearing, 1e4);
  return wrapped === -180 ? 180 : wrapped;
}

/**
 * The camera in digits that every engine agrees on, though their `Math` may differ in the last bit:
 * centre to 1e-7 degree with longitude in [-180, 180), zoom to 1e-6, bearing to 1e-4 degree in
 * (-180, 180], pitch to 1e-4 degree. Never -0. Doing it twice changes nothing.
 */
export function quantizeCamera(camera: Camera): Camera {
  const [lon, lat] = camera.center;
  return {
    center: [wrapLongitude(lon), round(lat, 1e7)],
    zoom: round(camera.zoom, 1e6),
    bearing: wrapBearing(camera.bearing),
    pitch: round(camera.pitch, 1e4),
  };
}

/**
 * Web Mercator (EPSG:3857 on the unit square): `[lon, lat]` in degrees to `[x, y]`, x from 0 at
 * longitude -180 to 1 at 180 and beyond it for longitudes beyond, y from 0 in the north to 1 in the
 * south. Latitude is limited to ±{@link MAX_LATITUDE}.
 */
export function project([lon, lat]: LngLat): [x: number, y: number] {
  const limited = clamp(lat, -MAX_LATITUDE, MAX_LATITUDE);
  const y = 0.5 - Math.asinh(Math.tan(limited * RADIANS)) / (2 * Math.PI);
  return [lon / 360 + 0.5, y];
}

/**
 * The inverse of {@link project}: `[x, y]` of the unit square to `[lon, lat]` in degrees. Longitude
 * is not wrapped; latitude is limited to ±{@link MAX_LATITUDE}.
 */
export function unproject([x, y]: readonly [x: number, y: number]): LngLat {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / RADIANS;
  return [(x - 0.5) * 360, clamp(lat, -MAX_LATITUDE, MAX_LATITUDE)];
}

/**
 * The way from one place to another, `[lon, lat]` both, on the unit square of {@link project}: the short
 * way across the antimeridian.
 */
export function mercatorVector(from: LngLat, to: LngLat): [dx: number, dy: number] {
  const [x0, y0] = project(from);
  const [x1, y1] = project(to);
  const dx = x1 - x0;
  return [dx - Math.round(dx), y1 - y0];
}

/** A place to 1e-7 degree, in digits that every engine agrees on; never -0. Longitude is not wrapped. */
export function quantizePosition([lon, lat]: LngLat): LngLat {
  return [round(lon, 1e7), round(lat, 1e7)];
}
