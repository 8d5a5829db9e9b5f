import { wrong } from '../net/fetch-checked.ts';
import { checkTile } from './check-tile.ts';
import { type Entry, type Head, readDirectory, readHead, unpack } from './pmtiles-head.ts';
import { isSame, openRangeFile, type RangeFile } from './range-file.ts';

/** A PMTiles archive (version 3) that is read tile by tile. */
export interface TileArchive {
  /**
   * The bytes of a tile, unpacked; `undefined` where the archive has no such tile. Rejects where they could not be
   * loaded, or are not what the archive says; the next call then begins anew, past the browser's cache.
   */
  tile: (z: number, x: number, y: number) => Promise<ArrayBuffer | undefined>;
  /** Forgets all that was loaded, as it has turned out to be wrong. */
  forget: () => void;
}

/** How many tiles are kept, for others that ask for the same or for a part of one. */
const KEPT = 32;

/** An archive whose directory is known. */
interface Opened {
  file: RangeFile;
  head: Head;
  entries: readonly Entry[];
}

/** A tile's number: tiles of lower zooms first, those of one zoom along a Hilbert curve. */
function tileId(z: number, x: number, y: number): number {
  let [id, px, py] = [(4 ** z - 1) / 3, x, y];
  for (let size = 2 ** (z - 1); size >= 1; size /= 2) {
    const [rx, ry] = [px & size ? 1 : 0, py & size ? 1 : 0];
    id += size * size * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) [px, py] = [size - 1 - px, size - 1 - py];
      [px, py] = [py, px];
    }
  }
  return id;
}

async function readTile({ file, head, entries }: Opened, id: number) {
  const entry = entries.findLast((each) => each.id <= id);
  if (!entry || id >= entry.id + entry.run) return undefined;
  const bytes = await file.read(head.data.offset + entry.offset, entry.length);
  const tile = head.isPacked ? await unpack(bytes) : bytes;
  checkTile(tile, head.type);
  return tile;
}

/**
 * Opens a PMTiles archive that has one directory, packed by gzip, as the recipes in `geo/` make them;
 * its head is fetched at once, so that it is there when a tile is asked for. All that comes is checked, as far as a
 * check can know: a tile is the right one, or is rejected.
 *
 * Our own, because the package `pmtiles` is a quarter of all the script of a reading page. Source: the
 * PMTiles specification, version 3.
 */
export function openArchive(url: string): TileArchive {
  const kept = new Map<number, Promise<Uint8Array<ArrayBuffer> | undefined>>();
  let fresh = false;
  let trustsTags = true;
  let before: RangeFile | undefined;
  const open = async (): Promise<Opened> => {
    const file = await openRangeFile(url, { fresh, trustsTags: () => trustsTags });
    // The same head under another tag is the same file on another machine.
    if (before?.sawOtherTag() && isSame(before.head, file.head)) trustsTags = false;
    before = file;
    const head = readHead(file.head, file.total);
    const { offset, length } = head.root;
    const entries = readDirectory(await unpack(await file.read(offset, length)), head);
    return { file, head, entries };
  };
  let opened: Promise<Opened> | undefined = open();
  opened.catch(() => {});
  const forget = (): void => {
    opened = undefined;
    fresh = true;
    kept.clear();
  };
  const find = async (id: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    opened ??= open();
    const used = opened;
    return used
      .then((archive) => readTile(archive, id))
      .catch((cause: unknown) => {
        // Others may have found out before, and have begun anew.
        if (opened === used) forget();
        const { message } = cause as Error;
        throw message.endsWith(url) ? cause : Object.assign(wrong(message, url), { cause });
      });
  };
  return {
    forget,
    async tile(z, x, y) {
      const id = tileId(z, x, y);
      const found = kept.get(id) ?? find(id);
      if (kept.size > KEPT) kept.clear();
      kept.set(id, found);
      // What failed is not kept, nor what was found in a file that was forgotten meanwhile.
      found.catch(() => kept.get(id) === found && kept.delete(id));
      // A copy: whoever gets it may give it away to a worker.
      return (await found)?.slice().buffer;
    },
  };
}
