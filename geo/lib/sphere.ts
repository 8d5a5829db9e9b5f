import type { Position } from 'geojson';

/** Mean radius of the Earth in kilometres (IUGG). */
const EARTH_KM = 6371.009;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres between two positions `[lon, lat]` (haversine). */
export function kilometresBetween(a: Position, b: Position): number {
  const [lonA, latA, lonB, latB] = [...a.slice(0, 2), ...b.slice(0, 2)].map(
    (degrees) => degrees * RADIANS,
  ) as [number, number, number, number];
  const h =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin((lonB - lonA) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

/** Length in kilometres of a line of positions `[lon, lat]`. */
export function lengthKm(line: readonly Position[]): number {
  return line
    .slice(1)
    .reduce((sum, each, at) => sum + kilometresBetween(line[at] as Position, each), 0);
}

/**
 * Area in square kilometres of a closed ring of positions `[lon, lat]`, on an equal-area cylinder;
 * positive where the ring runs counter-clockwise.
 */
export function ringAreaKm2(ring: readonly Position[]): number {
  const doubled = ring.slice(1).reduce((sum, each, at) => {
    const before = ring[at] as Position;
    const y = Math.sin(each[1]! * RADIANS) + Math.sin(before[1]! * RADIANS);
    return sum - (each[0]! - before[0]!) * RADIANS * y;
  }, 0);
  return (doubled * EARTH_KM ** 2) / 2;
}
