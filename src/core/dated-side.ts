import type { DatedLineSample } from './dated-line-sample.ts';
import { distanceToLine, isInside, unwrap } from './geodesy.ts';
import { northRing, worldAround } from './north-ring.ts';
import type { LngLat } from './story.ts';

/** On which side of a dated line a position is. */
export interface DatedSide {
  /** `north` is the line's left. An enclave belongs to the south. */
  side: 'north' | 'south';
  /** Metres to the nearest point of the line, or of the edge of an enclave. */
  distance: number;
  /** The name of the enclave that the position is in. */
  enclave?: string;
}

/** Tells on which side of a dated line, as sampled on a day, a position `[lon, lat]` is. */
export function sideOf(sample: DatedLineSample, position: LngLat): DatedSide {
  const { line, enclaves } = sample;
  const edges = [line, ...enclaves.map(({ ring }) => ring)];
  const distance = Math.min(...edges.map((edge) => distanceToLine(position, edge)));
  const enclave = enclaves.find(({ ring }) => isInside(position, ring));
  if (enclave) return { side: 'south', distance, enclave: enclave.name };
  const world = worldAround(line);
  const here: LngLat = [unwrap(position[0], (world[0] + world[2]) / 2), position[1]];
  return { side: isInside(here, northRing(line, world)) ? 'north' : 'south', distance };
}
