/** A PMTiles archive (version 3) that is read tile by tile. */
export interface TileArchive {
  /** The bytes of a tile, unpacked; `undefined` where the archive has no such tile. */
  tile: (z: number, x: number, y: number) => Promise<ArrayBuffer | undefined>;
}

/** Header and root directory: a PMTiles archive keeps both in its first 16 KiB. */
const HEAD = 16_384;

/** How many tiles are kept, for others that ask for the same or for a part of one. */
const KEPT = 32;

/** A stretch of equal tiles in the directory. */
interface Entry {
  id: number;
  run: number;
  offset: number;
  length: number;
}

type Read = (offset: number, length: number) => Promise<ArrayBuffer>;

/** Bytes that somebody waits for, from the first to before the last. */
interface Wish {
  from: number;
  to: number;
  give: (bytes: Promise<ArrayBuffer>) => void;
}

/** Bytes between two wishes that are fetched in vain rather than by a request of its own. */
const GAP = 1024;

/** A response, if the file is there. Throws, with a message for the reader, where it is not. */
export function loaded(response: Response): Response {
  if (response.ok) return response;
  throw new Error(`The map could not be loaded (${response.status}): ${response.url}`);
}

/**
 * Bytes of a file by HTTP range requests, or out of the whole file where the host answers the first
 * one with all of it. What is asked for at once, or while others are under way, comes in one request
 * where it lies together: browsers let requests to one address wait for each other.
 */
async function openFile(url: string): Promise<Read> {
  const request = (from: number, to: number) =>
    fetch(url, { headers: { range: `bytes=${from}-${to}` } });
  const first = loaded(await request(0, HEAD - 1));
  const head = await first.arrayBuffer();
  let wishes: Wish[] = [];
  let isBusy = false;
  const send = async (): Promise<void> => {
    const sorted = wishes.sort((a, b) => a.from - b.from);
    const answers: Promise<unknown>[] = [];
    wishes = [];
    for (let i = 0, next = 0; i < sorted.length; i = next) {
      const from = sorted[i]!.from;
      let to = from;
      while (next < sorted.length && sorted[next]!.from - to <= GAP) to = sorted[next++]!.to;
      const bytes = request(from, to - 1).then((response) => loaded(response).arrayBuffer());
      answers.push(bytes);
      for (const wish of sorted.slice(i, next)) {
        wish.give(bytes.then((all) => all.slice(wish.from - from, wish.to - from)));
      }
    }
    await Promise.allSettled(answers);
    isBusy = wishes.length > 0;
    if (isBusy) send();
  };
  return async (from, length) => {
    const to = from + length;
    if (first.status !== 206 || to <= head.byteLength) return head.slice(from, to);
    return new Promise((give) => {
      wishes.push({ from, to, give });
      if (!isBusy) queueMicrotask(send);
      isBusy = true;
    });
  };
}

async function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

function readDirectory(buffer: ArrayBuffer): Entry[] {
  const bytes = new Uint8Array(buffer);
  let at = 0;
  const next = (): number => {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = bytes[at++] as number;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  const column = [...Array(next())];
  let id = 0;
  const ids = column.map(() => {
    id += next();
    return id;
  });
  const runs = column.map(next);
  const lengths = column.map(next);
  let end = 0;
  return lengths.map((length, i) => {
    const value = next();
    const offset = value > 0 ? value - 1 : end;
    end = offset + length;
    return { id: ids[i] as number, run: runs[i] as number, offset, length };
  });
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

/**
 * Opens a PMTiles archive that has one directory, packed by gzip, as the recipes in `geo/` make them;
 * its head is fetched at once, so that it is there when a tile is asked for. Tiles are rejected where the
 * file cannot be loaded.
 *
 * Our own, because the package `pmtiles` is a quarter of all the script of a reading page. Source: the
 * PMTiles specification, version 3.
 */
export function openArchive(url: string): TileArchive {
  const open = async () => {
    const read = await openFile(url);
    const header = new DataView(await read(0, 127));
    const field = (at: number): number => Number(header.getBigUint64(at, true));
    const entries = readDirectory(await unpack(await read(field(8), field(16))));
    return { read, entries, data: field(56), isPacked: header.getUint8(98) === 2 };
  };
  const kept = new Map<number, Promise<ArrayBuffer | undefined>>();
  let opened: ReturnType<typeof open> | undefined = open();
  opened.catch(() => {});
  const find = async (id: number): Promise<ArrayBuffer | undefined> => {
    opened ??= open();
    const { read, entries, data, isPacked } = await opened;
    const entry = entries.findLast((each) => each.id <= id);
    if (!entry || id >= entry.id + entry.run) return undefined;
    const bytes = await read(data + entry.offset, entry.length);
    return isPacked ? unpack(bytes) : bytes;
  };
  /** What failed is asked for again the next time. */
  const forget = (): void => {
    opened = undefined;
    kept.clear();
  };
  return {
    async tile(z, x, y) {
      const id = tileId(z, x, y);
      const found = kept.get(id) ?? find(id);
      found.catch(forget);
      if (kept.size > KEPT) kept.clear();
      kept.set(id, found);
      // A copy: whoever gets it may give it away to a worker.
      return (await found)?.slice(0);
    },
  };
}
