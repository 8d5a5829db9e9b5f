import type { DatedLineSample } from './dated-line-sample.ts';
import { EARTH_RADIUS } from './geodesy.ts';
import { northRing, worldAround } from './north-ring.ts';
import type { LngLat } from './story.ts';

/** How much of an area each side of a dated line holds, km². */
export interface DatedShare {
  north: number;
  south: number;
}

/** The height of the strips that areas are measured in, degrees. */
const STRIP = 0.01;
const RADIANS = Math.PI / 180;

/** Where the rings cross a parallel: longitudes, ascending. */
function crossings(rings: readonly (readonly LngLat[])[], lat: number): number[] {
  return rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([bx, by], i) => {
        const [ax, ay] = ring[i] ?? [bx, by];
        return ay > lat === by > lat ? [] : [ax + ((bx - ax) * (lat - ay)) / (by - ay)];
      }),
    )
    .sort((a, b) => a - b);
}

const isOdd = (edges: readonly number[], lon: number): boolean =>
  edges.filter((edge) => edge < lon).length % 2 === 1;

/** Degrees of longitude on a parallel that are in `within` and, where it is given, in `held`. */
function measureStrip(within: readonly number[], held: (lon: number) => boolean, cuts: number[]) {
  const edges = [...within, ...cuts].sort((a, b) => a - b);
  return edges.slice(1).reduce((sum, east, i) => {
    const west = edges[i] ?? east;
    const middle = (west + east) / 2;
    return isOdd(within, middle) && held(middle) ? sum + east - west : sum;
  }, 0);
}

/**
 * Measures how much of an area each side of a dated line holds on a day. `within` is the area:
 * closed rings `[lon, lat][]`, outer ones and holes alike (even-odd rule).
 *
 * The sphere ({@link EARTH_RADIUS}) is cut into strips of 0.01° along the parallels, and each strip
 * is measured along its middle; for Korea the sum is right to 0.1 per cent.
 */
export function createDatedShare(
  within: readonly (readonly LngLat[])[],
): (sample: DatedLineSample) => DatedShare {
  const lats = within.flatMap((ring) => ring.map(([, lat]) => lat));
  const [south, north] = lats.reduce(
    ([low, high], lat) => [Math.min(low, lat), Math.max(high, lat)],
    [90, -90],
  );
  const count = Math.max(0, Math.ceil((north - south) / STRIP));
  const strips = Array.from({ length: count }, (_, i) => {
    const lat = south + (i + 0.5) * STRIP;
    const squareKm = (EARTH_RADIUS / 1000) ** 2 * RADIANS ** 2 * STRIP * Math.cos(lat * RADIANS);
    return { lat, squareKm, edges: crossings(within, lat) };
  });
  const whole = strips.reduce(
    (sum, { edges, squareKm }) => sum + squareKm * measureStrip(edges, () => true, []),
    0,
  );
  return ({ line, enclaves }) => {
    const ring = northRing(line, worldAround(line));
    const held = strips.reduce((sum, { lat, squareKm, edges }) => {
      const left = crossings([ring], lat);
      const pockets = enclaves.map((enclave) => crossings([enclave.ring], lat));
      const isHeld = (lon: number) =>
        isOdd(left, lon) && !pockets.some((pocket) => isOdd(pocket, lon));
      return sum + squareKm * measureStrip(edges, isHeld, [...left, ...pockets.flat()]);
    }, 0);
    return { north: held, south: whole - held };
  };
}
