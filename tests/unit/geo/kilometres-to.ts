import type { Position } from 'geojson';
import { kilometresBetween } from '../../../geo/lib/sphere.ts';

/** How far a position is from the nearest point of a line, in kilometres; good for tens of them. */
export function kilometresTo(position: Position, line: readonly Position[]): number {
  const flat = flatAround(position);
  const points = line.map(flat);
  const nearest = points.slice(1).reduce((best, [bx, by], at) => {
    const [ax, ay] = points[at]!;
    const [dx, dy] = [bx - ax, by - ay];
    const long = dx * dx + dy * dy;
    const part = long ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / long)) : 0;
    return Math.min(best, Math.hypot(ax + part * dx, ay + part * dy));
  }, Number.POSITIVE_INFINITY);
  return nearest;
}

/** Kilometres east and north of a centre, on the plane that touches the globe there. */
function flatAround(centre: Position): (position: Position) => [number, number] {
  const degree = kilometresBetween([0, 0], [0, 1]);
  const shrink = Math.cos((centre[1]! * Math.PI) / 180);
  return ([lon, lat]) => [(lon! - centre[0]!) * degree * shrink, (lat! - centre[1]!) * degree];
}
