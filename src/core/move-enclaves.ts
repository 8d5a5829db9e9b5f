import type { Day } from './calendar.ts';
import { quantizePosition } from './camera.ts';
import type { Enclave } from './dated-line-sample.ts';
import { measureRing } from './geodesy.ts';
import type { KnownEnclave } from './known-days.ts';
import { matchLines, matchRings, mix, mixPairs } from './match-lines.ts';
import type { LngLat } from './story.ts';

/** A closed ring `[lon, lat][]` on a day, or nothing. */
type RingOn = (day: Day) => LngLat[] | undefined;

/** A ring about its centroid, at a size of 0 to 1. */
function scaled(ring: LngLat[]): (size: number) => LngLat[] {
  const { centroid } = measureRing(ring);
  return (size) => ring.map((p) => quantizePosition(mix(centroid, p, size)));
}

/** The ring between two known days of an enclave. */
function morph(from: KnownEnclave, to: KnownEnclave): RingOn {
  const pairs = from.next
    ? matchLines(from.ring, to.ring, from.next)
    : matchRings(from.ring, to.ring);
  return (day) => mixPairs(pairs, (day - from.day) / (to.day - from.day));
}

/** One enclave over its life, from the days on which it is known, in order. */
function live(known: readonly [KnownEnclave, ...KnownEnclave[]]): RingOn {
  const first = known[0];
  const last = known.at(-1) ?? first;
  const [from, until] = [first.from ?? first.day, last.until ?? last.day + 1];
  const [opening, closing] = [scaled(first.ring), scaled(last.ring)];
  const morphs = known.slice(1).map((to, i) => morph(known[i] ?? to, to));
  return (day) => {
    if (!(day >= from && day < until)) return undefined;
    if (day < first.day) return day > from ? opening((day - from) / (first.day - from)) : undefined;
    const at = known.findLastIndex((each) => each.day <= day);
    if (known[at]?.day === day) return known[at]?.ring;
    if (at < morphs.length) return morphs[at]?.(day);
    return last.until === undefined ? last.ring : closing((until - day) / (until - last.day));
  };
}

/**
 * The enclaves of a dated line on any day. See `createDatedLine` for how they open, change and close.
 */
export function moveEnclaves(known: readonly KnownEnclave[]): (day: Day) => Enclave[] {
  const names = [...new Set(known.map(({ name }) => name))];
  const lives = names.flatMap((name) => {
    const [first, ...later] = known.filter((each) => each.name === name);
    return first ? [{ name, ringOn: live([first, ...later]) }] : [];
  });
  return (day) =>
    lives.flatMap(({ name, ringOn }) => {
      const ring = ringOn(day);
      return ring ? [{ name, ring }] : [];
    });
}
