import { Compression, TileType, zxyToTileId } from 'pmtiles';
import { compress, type Entry, joined, writeDirectories } from './pmtiles-directory.ts';

/** One tile, by its zoom and its column and row counted from the north-west. */
export interface Tile {
  z: number;
  x: number;
  y: number;
  /** As read by the map, not compressed yet; of no length where a vector tile has nothing to draw. */
  bytes: Uint8Array;
}

/** What an archive says of its tiles. */
export interface Archive {
  tiles: readonly Tile[];
  type: 'mvt' | 'png' | 'jpeg' | 'webp';
  /** West, south, east, north of what the tiles cover, degrees. */
  bounds: readonly [number, number, number, number];
  /** Where a map may open: `[lon, lat, zoom]`. */
  center: readonly [number, number, number];
  /** Metadata that is written as JSON, such as `name`, `attribution` and, for mvt, `vector_layers`. */
  metadata: Readonly<Record<string, unknown>>;
  /** Whether vector tiles are stored as they are, for files that are compressed as a whole. Default false. */
  plain?: boolean;
}

const TYPES = { mvt: TileType.Mvt, png: TileType.Png, jpeg: TileType.Jpeg, webp: TileType.Webp };
const HEADER_LENGTH = 127;
/** Header and root directory together are to be shorter than this, which a reader asks for first. */
const FIRST_REQUEST = 16_384;

/**
 * Writes a PMTiles archive, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md):
 * clustered, so tiles stand in the order of their ids along the Hilbert curve; equal tiles stored once,
 * runs of them in one entry; vector tiles and directories compressed with gzip, pictures as they are.
 * The same tiles give the same bytes, in whatever order they come. Throws for a tile that is there
 * twice, or that is empty and not a vector tile, as an entry may not be of no length. The writer on npm, `s2-pmtiles`,
 * stores tiles in the order they come, each anew, which makes a larger archive and more requests.
 */
export function writePmtiles(archive: Archive): Uint8Array {
  const { tiles, type, bounds, center, metadata, plain = false } = archive;
  const zipped = type === 'mvt' && !plain;
  const { entries, contents } = store(tiles, zipped);
  const { root, leaves } = writeDirectories(entries, FIRST_REQUEST - HEADER_LENGTH - 1);
  const about = compress(new TextEncoder().encode(JSON.stringify(metadata)));
  const data = joined(contents);
  const zooms = tiles.map(({ z }) => z);
  const header = writeHeader({
    lengths: [root.length, about.length, leaves.length, data.length],
    counts: [tiles.length, entries.length, contents.length],
    kinds: [zipped ? Compression.Gzip : Compression.None, TYPES[type]],
    zooms: [Math.min(...zooms), Math.max(...zooms)],
    bounds,
    center,
  });
  return joined([header, root, about, leaves, data]);
}

/** Entries in order of id, and the different contents in the order they first come. */
function store(tiles: readonly Tile[], zipped: boolean) {
  const places = new Map<string, { offset: number; length: number }>();
  const contents: Uint8Array[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const { id, bytes } of inOrder(tiles)) {
    const key = Buffer.from(bytes).toString('latin1');
    if (!places.has(key)) {
      const content = zipped ? compress(bytes) : bytes;
      if (content.length === 0) throw new Error(`Tile ${id} is empty`);
      places.set(key, { offset, length: content.length });
      contents.push(content);
      offset += content.length;
    }
    addEntry(entries, { id, run: 1, ...places.get(key)! });
  }
  return { entries, contents };
}

function inOrder(tiles: readonly Tile[]) {
  const all = tiles.map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes }));
  return all.sort((a, b) => a.id - b.id);
}

function addEntry(entries: Entry[], entry: Entry): void {
  const last = entries.at(-1);
  if (last?.id === entry.id) throw new Error(`Tile ${entry.id} is there twice`);
  if (last?.offset === entry.offset && last.id + last.run === entry.id) last.run += 1;
  else entries.push(entry);
}

interface Header {
  /** Bytes of root directory, metadata, leaf directories and tile data. */
  lengths: readonly [number, number, number, number];
  /** Tiles addressed, entries, and different contents. */
  counts: readonly [number, number, number];
  /** Compression and type of the tiles. */
  kinds: readonly [Compression, TileType];
  zooms: readonly [number, number];
  bounds: Archive['bounds'];
  center: readonly [number, number, number];
}

function writeHeader({ lengths, counts, kinds, zooms, bounds, center }: Header): Uint8Array {
  const bytes = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(bytes.buffer);
  const u64 = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);
  const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true);
  bytes.set(new TextEncoder().encode('PMTiles'));
  bytes[7] = 3;
  let offset = HEADER_LENGTH;
  for (const [at, length] of lengths.entries()) {
    u64(8 + at * 16, offset);
    u64(16 + at * 16, length);
    offset += length;
  }
  for (const [at, count] of counts.entries()) u64(72 + at * 8, count);
  // Clustered, then directories in gzip, then the tiles' own compression and type, and the zooms.
  bytes.set([1, Compression.Gzip, ...kinds, ...zooms], 96);
  for (const [at, value] of bounds.entries()) degrees(102 + at * 4, value);
  bytes[118] = center[2];
  degrees(119, center[0]);
  degrees(123, center[1]);
  return bytes;
}
