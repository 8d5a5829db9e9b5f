import type { Feature, LineString, Position } from 'geojson';
import type { Dataset } from './dataset.ts';

/** How far a road bridge is drawn below the railway bridge beside it, so that both are seen: degrees of latitude. */
const APART = 0.0035;

/**
 * Bridges as ways of the kind `bridge`. Those of the road are drawn aside, on the right of their way from
 * the first bank to the second: the two over the Yalu stand less than 100 m apart, a pixel of the nearest zoom.
 */
export function bridgeWays({ features }: Pick<Dataset, 'features'>): Feature[] {
  return features.map(({ geometry, properties, ...each }) => {
    const ends = (geometry as LineString).coordinates;
    const coordinates = properties!.carries === 'road' ? aside(ends) : ends;
    const kind = { kind: 'bridge' };
    return { ...each, properties: kind, geometry: { type: 'LineString', coordinates } };
  });
}

function aside(ends: Position[]): Position[] {
  const [[ax, ay], [bx, by]] = [ends[0] as [number, number], ends.at(-1) as [number, number]];
  const shrink = Math.cos((ay * Math.PI) / 180);
  const [east, north] = [(bx - ax) * shrink, by - ay];
  const scale = APART / Math.hypot(east, north);
  return ends.map(([lon, lat]) => [lon! + (north * scale) / shrink, lat! - east * scale]);
}
