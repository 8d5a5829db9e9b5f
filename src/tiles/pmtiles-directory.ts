import { gzipSync } from 'fflate';

/** A run of tiles with the same content: tile ids `id` to `id + run - 1`, at `offset` in the data. */
export interface Entry {
  id: number;
  /** How many tiles in a row; 0 where the entry points to a leaf directory instead. */
  run: number;
  /** Bytes from the start of the tile data, or of the leaf directories. */
  offset: number;
  /** Bytes. */
  length: number;
}

/** The directories of an archive as they stand in it, compressed. */
export interface Directories {
  root: Uint8Array;
  /** All leaf directories, one after the other; empty where the root holds every entry. */
  leaves: Uint8Array;
}

const FIRST_LEAF_SIZE = 4096;

/**
 * Compressed with gzip at its best and without a date. `fflate`, because Node's own zlib is not the
 * same in all versions, and neither are its bytes.
 */
export function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, mtime: 0 });
}

/**
 * Writes directories for entries in order of id. A reader gets the root with the header in its first
 * request, so where the entries take more than `rootLimit` bytes the root points to leaf directories,
 * larger ones until it fits. Throws where no size of leaf makes it fit. Source: the PMTiles
 * specification, version 3, "Directory Serialization" and "Directory Hierarchy".
 */
export function writeDirectories(entries: readonly Entry[], rootLimit: number): Directories {
  const whole = compress(serialize(entries));
  if (whole.length <= rootLimit) return { root: whole, leaves: new Uint8Array() };
  for (let size = FIRST_LEAF_SIZE; size < entries.length * 2; size *= 2) {
    const made = withLeaves(entries, size);
    if (made.root.length <= rootLimit) return made;
  }
  throw new Error(
    `A root directory of ${entries.length} entries does not fit in ${rootLimit} bytes`,
  );
}

function withLeaves(entries: readonly Entry[], size: number): Directories {
  const pointers: Entry[] = [];
  const leaves: Uint8Array[] = [];
  let offset = 0;
  for (let at = 0; at < entries.length; at += size) {
    const leaf = compress(serialize(entries.slice(at, at + size)));
    pointers.push({ id: entries[at]!.id, run: 0, offset, length: leaf.length });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: compress(serialize(pointers)), leaves: joined(leaves) };
}

/** The bytes of one directory: four columns of varints, after the count of entries. */
function serialize(entries: readonly Entry[]): Uint8Array {
  const before = (at: number) => entries[at - 1] ?? { id: 0, offset: 0, length: 0 };
  // An offset of 0 says: right after the entry before.
  const offset = (entry: Entry, at: number) =>
    at > 0 && entry.offset === before(at).offset + before(at).length ? 0 : entry.offset + 1;
  return varints([
    entries.length,
    ...entries.map(({ id }, at) => id - before(at).id),
    ...entries.map(({ run }) => run),
    ...entries.map(({ length }) => length),
    ...entries.map(offset),
  ]);
}

/** Numbers of up to 53 bits as protocol-buffer varints: seven bits a byte, the lowest first. */
function varints(values: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let value of values) {
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

/** Byte strings one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
