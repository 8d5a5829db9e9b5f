import type { Feature, Position } from 'geojson';
import { MAX_LATITUDE } from '../core/camera.ts';

/** True for an edge along the antimeridian or round a pole, where a map was cut and nothing ends. */
function isCut([lon = 0, lat = 0]: Position, [toLon = 0, toLat = 0]: Position): boolean {
  const isMeridian = lon === toLon && Math.abs(lon) === 180;
  return isMeridian || Math.min(Math.abs(lat), Math.abs(toLat)) >= MAX_LATITUDE;
}

/** The lines of a ring without its edges that are cuts. */
function uncut(ring: readonly Position[]): Position[][] {
  const lines: Position[][] = [];
  let isOpen = false;
  ring.slice(1).forEach((to, i) => {
    const from = ring[i]!;
    const isEdge = !isCut(from, to);
    if (isEdge && isOpen) lines.at(-1)!.push(to);
    else if (isEdge) lines.push([from, to]);
    isOpen = isEdge;
  });
  return lines;
}

const ringsOf = ({ geometry }: Feature): Position[][] => {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
};

/**
 * The outlines of polygons as lines, one feature for each, where some lie along the antimeridian or a pole: there is
 * no border where a map was cut. `undefined` where none does, and polygons are their own outlines.
 */
export function areaOutlines(features: readonly Feature[]): Feature[] | undefined {
  const isAnyCut = features.some((feature) =>
    ringsOf(feature).some((ring) => ring.some((to, i) => i > 0 && isCut(ring[i - 1]!, to))),
  );
  if (!isAnyCut) return undefined;
  return features.map((feature) => ({
    ...feature,
    geometry: { type: 'MultiLineString', coordinates: ringsOf(feature).flatMap(uncut) },
  }));
}
