import { quantizePosition } from './camera.ts';
import type { Enclave } from './dated-line-sample.ts';
import { isInside, measureRing, northRing } from './geodesy.ts';
import type { KnownDay, KnownEnclave } from './known-days.ts';
import { matchRings, mix, mixPairs } from './match-lines.ts';
import type { LngLat } from './story.ts';

/** The size, 0 to 1, of an enclave that is given up day by day until the last, at `t`, 0 to 1. */
function lifetime({ from, until }: KnownEnclave, [before, after]: readonly [KnownDay, KnownDay]) {
  const [first, last] = [from ?? before.day, until ?? after.day];
  return (t: number): number => {
    const day = before.day + t * (after.day - before.day);
    const opened = from === undefined ? 1 : day - first;
    return Math.min(opened, (last - day) / (last - first));
  };
}

/** How an enclave that only one of the two days knows grows or shrinks: its size at `t`, 0 to 1. */
function sizeOf(ring: LngLat[], other: KnownDay, opens: boolean): (t: number) => number {
  const passed = !isInside(measureRing(ring).centroid, northRing(other.line));
  const size = (t: number): number => (passed ? 4 * t : 2 * t - 1);
  return opens ? (t) => size(t) : (t) => size(1 - t);
}

/**
 * The enclaves between two known days, at `t` from 0 to 1 of the time between them. See
 * `createDatedLine` for how they open, move and close.
 */
export function moveEnclaves(from: KnownDay, to: KnownDay): (t: number) => Enclave[] {
  const scaled = ({ name, ring }: Enclave, size: (t: number) => number) => {
    const { centroid } = measureRing(ring);
    return (t: number): Enclave[] => {
      const scale = Math.min(1, size(t));
      return scale > 0
        ? [{ name, ring: ring.map((p) => quantizePosition(mix(centroid, p, scale))) }]
        : [];
    };
  };
  const find = ({ enclaves }: KnownDay, { name }: Enclave) =>
    enclaves.find((enclave) => enclave.name === name);
  const moves = from.enclaves.map((enclave) => {
    const later = find(to, enclave);
    if (!later) {
      const dated = (enclave.from ?? enclave.until) !== undefined;
      return scaled(
        enclave,
        dated ? lifetime(enclave, [from, to]) : sizeOf(enclave.ring, to, false),
      );
    }
    const pairs = matchRings(enclave.ring, later.ring);
    return (t: number): Enclave[] => [{ name: enclave.name, ring: mixPairs(pairs, t) }];
  });
  const opening = to.enclaves
    .filter((enclave) => !find(from, enclave))
    .map((enclave) => scaled(enclave, sizeOf(enclave.ring, from, true)));
  return (t) => [...moves, ...opening].flatMap((move) => move(t));
}
