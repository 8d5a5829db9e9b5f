import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { unpacked } from './debian-package.ts';
import { MARBLE } from './marble-elevation.ts';

/** Natural Earth's lakes of today, and those of before 1960 that have shrunk, as Marble has them. */
export type LakeFile = 'ne_50m_lakes' | 'ne_50m_lakes_historic';

/** A polygon: its number in the file, and closed rings of `[lon, lat]`, the outer one first. */
export interface NumberedPolygon {
  number: number;
  rings: Position[][];
}

const FOLDER = 'usr/share/marble/data/naturalearth';
/** Parts of a degree that positions are whole numbers of: half a minute, about 900 m. */
const PARTS = 120;
/** Version, number of polygons, whether they have colours. */
const HEADER_BYTES = 6;
/** What a record holds, by its first byte; one that says how many rings follow has one more byte. */
const KINDS = { outer: 2, inner: 3, group: 4 } as const;

/**
 * The polygons of a file in Marble's own format `pn2`, version 2 (KDE Marble,
 * `src/plugins/runner/pn2/Pn2Runner.cpp`): positions now and then, between them steps of a byte from
 * the last one. Throws if a record is of an unknown kind.
 */
export function readPolygons(name: LakeFile): NumberedPolygon[] {
  const bytes = readFileSync(join(unpacked(MARBLE), FOLDER, `${name}.pn2`));
  const polygons: NumberedPolygon[] = [];
  let at = HEADER_BYTES;
  while (at < bytes.length) {
    const [kind, number] = [bytes[at], bytes.readUInt32BE(at + 1)];
    if (kind === KINDS.group) {
      at += 6;
      continue;
    }
    const { ring, end } = ringAt(bytes, at + 5);
    if (kind === KINDS.outer) polygons.push({ number, rings: [ring] });
    else if (kind === KINDS.inner) polygons.at(-1)!.rings.push(ring);
    else throw new Error(`${name} has a record of kind ${kind}`);
    at = end;
  }
  return polygons;
}

function ringAt(bytes: Buffer, start: number): { ring: Position[]; end: number } {
  const ring: Position[] = [];
  let end = start + 4;
  for (let left = bytes.readUInt32BE(start); left > 0; left -= 1) {
    const [lat, lon] = [bytes.readInt16BE(end), bytes.readInt16BE(end + 2)];
    const steps = bytes.readUInt16BE(end + 4);
    end += 6;
    ring.push([lon / PARTS, lat / PARTS]);
    for (const last = end + 2 * steps; end < last; end += 2) {
      ring.push([(lon + bytes.readInt8(end + 1)) / PARTS, (lat + bytes.readInt8(end)) / PARTS]);
    }
  }
  return { ring: closed(ring), end };
}

/** Some rings repeat their last position, not all their first. */
function closed(ring: Position[]): Position[] {
  const distinct = ring.filter((each, at) => at === 0 || each.join() !== ring[at - 1]!.join());
  return distinct[0]!.join() === distinct.at(-1)!.join() ? distinct : [...distinct, distinct[0]!];
}
