import type { LngLat } from './story.ts';

/** An area held by the south (the line's right) beyond the line; `ring` is closed, `[lon, lat][]`. */
export interface Enclave {
  name: string;
  ring: LngLat[];
}

/** A dated line on one day. */
export interface DatedLineSample {
  /** `[lon, lat][]` to 1e-7 degree, from west to east, the north on its left. */
  line: LngLat[];
  enclaves: Enclave[];
  /** How far the true line may lie from this one, km. */
  uncertainty: number;
  /** Whether there was one line from end to end; between two days, only where both say so. */
  continuous: boolean;
}
