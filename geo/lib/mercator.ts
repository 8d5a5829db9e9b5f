import type { Position } from 'geojson';

/** A point of the Mercator square: x from 0 at lon -180 to 1, y from 0 in the north to 1. */
export type Point = [x: number, y: number];

/** Fractions of the square that positions are rounded to: about 0.6 m at the equator. */
const GRAIN = 2 ** 26;

/**
 * A position `[lon, lat]` in the square of the web's Mercator projection (EPSG:3857). Rounded, so that
 * the last digits, in which engines may differ, do not show; x goes on below 0 and above 1, as lon does.
 */
export function project([lon, lat]: Position): Point {
  const angle = (lat! * Math.PI) / 180;
  const y = 0.5 - Math.asinh(Math.tan(angle)) / (2 * Math.PI);
  return [round(lon! / 360 + 0.5), round(y)];
}

/** The position `[lon, lat]` of a point of the Mercator square. */
export function unproject([x, y]: Point): [number, number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

function round(value: number): number {
  return Math.round(value * GRAIN) / GRAIN;
}
