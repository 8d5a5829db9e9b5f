/** A stretch that stands further ahead too. */
export interface Copy {
  /** Bytes between the end of the copy before and this one. */
  gap: number;
  /** Bytes. */
  length: number;
  /** How many bytes further ahead the same stands; at least as many as are copied. */
  distance: number;
}

/** Bytes that are looked up together. */
const SEED = 16;
/** Shorter copies cost as much as they save. */
const SHORTEST = 24;
/** What lies nearer is found by gzip too, at less cost. */
const NEAR = 16_000;
const TABLE_BITS = 20;
const FACTOR = 0x01000193;

/** {@link FACTOR} to the power of {@link SEED}, as 32 bits: what the first byte of a seed weighs. */
const LEAVING = Array.from({ length: SEED }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/** Says, for one place after the other, where the same seed was last seen before; -1 where never. */
function createIndex(data: Uint8Array) {
  const last = new Int32Array(2 ** TABLE_BITS).fill(-1);
  let hash = 0;
  for (let i = 0; i < SEED; i++) hash = (Math.imul(hash, FACTOR) + data[i]!) | 0;
  return (at: number): number => {
    const slot = Math.imul(hash, 0x9e3779b1) >>> (32 - TABLE_BITS);
    const found = last[slot]!;
    last[slot] = at;
    hash = (Math.imul(hash, FACTOR) + data[at + SEED]! - Math.imul(LEAVING, data[at]!)) | 0;
    return found;
  };
}

/**
 * What a text compressed by gzip repeats from farther back than gzip looks: pictures of one map have
 * the same coasts and letters. From left to right, the longest copy of where a stretch was last seen.
 */
export function findCopies(data: Uint8Array): Copy[] {
  if (data.length < SEED) return [];
  const lastSeen = createIndex(data);
  const copies: Copy[] = [];
  let done = 0;
  for (let at = 0; at + SEED < data.length; at++) {
    const found = lastSeen(at);
    if (at < done || found < 0 || at - found < NEAR) continue;
    const distance = at - found;
    let [start, end] = [at, at];
    while (end < data.length && end - at < distance && data[end] === data[end - distance]) end++;
    while (start > done && start > distance && data[start - 1] === data[start - 1 - distance])
      start--;
    if (end - start < SHORTEST || end - start > distance) continue;
    copies.push({ gap: start - done, length: end - start, distance });
    done = end;
  }
  return copies;
}
