import type { Position } from 'geojson';
import { type FaultLog, shown } from './faults.ts';

/** Degrees that a longitude may have: a line over the antimeridian may run on beyond 180. */
const MOST_LON = 360;
const MOST_LAT = 90;

/** No coordinate in degrees, and none near to it, is so large: metres of a projection are. */
const PROJECTED = 1000;

/** Watches where the positions of a file lie, to say once what those outside of the world mean. */
export interface World {
  see(position: Position, where: () => string): void;
  /** Reports positions that lie outside of the world. */
  report(log: FaultLog): void;
}

interface Outside {
  where: string;
  given: string;
}

/** Watches the positions of one file. */
export function watchWorld(): World {
  let first: Outside | undefined;
  let count = 0;
  let isProjected = false;
  let isSwapped = true;
  return {
    see([lon = 0, lat = 0], where) {
      if (Math.abs(lon) <= MOST_LON && Math.abs(lat) <= MOST_LAT) return;
      count += 1;
      isProjected ||= Math.abs(lon) > PROJECTED || Math.abs(lat) > PROJECTED;
      isSwapped &&= Math.abs(lon) <= MOST_LAT && Math.abs(lat) <= 180;
      first ??= { where: where(), given: shown([lon, lat]) };
    },
    report(log) {
      const swapped = isSwapped ? 'data-swapped' : 'data-outside-world';
      const code = isProjected ? 'data-projected' : swapped;
      for (let i = 0; first && i < count; i++) log.report(code, first);
    },
  };
}
