/** A stretch of equal tiles in an archive's directory. */
export interface Entry {
  /** The number of its first tile. */
  id: number;
  /** How many tiles it is. */
  run: number;
  /** Where its bytes begin, from where the tiles do. */
  offset: number;
  length: number;
}

/** What the head of a PMTiles archive says. */
export interface Head {
  /** Where the root directory is, bytes of the file. */
  root: { offset: number; length: number };
  /** Where the tiles are, bytes of the file. */
  data: { offset: number; length: number };
  /** True where tiles are packed by gzip. */
  isPacked: boolean;
  /** What the tiles are, as the format numbers it: 1 vector tiles, 2 PNG, 3 JPEG, 4 WebP. */
  type: number;
  /** How many tiles, entries and different contents there are; 0 where it is not said. */
  counts: readonly [tiles: number, entries: number, contents: number];
}

/** The length of a header, bytes. */
export const HEADER = 127;

const NONE = 1;
const GZIP = 2;
const MAGIC = [...'PMTiles'].map((letter) => letter.charCodeAt(0));

function demand(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what);
}

/**
 * Reads the header of a PMTiles archive (version 3) from the first bytes of a file that is `total` bytes long, `Infinity`
 * where that is not known. Throws, and says why, where the file is none, is of another version, is shorter than its
 * header says, or is made in a way that is not read: its one directory must be packed by gzip and lie within `bytes`.
 */
export function readHead(bytes: Uint8Array<ArrayBuffer>, total: number): Head {
  demand(bytes.length >= HEADER, 'the file is cut off');
  demand(
    MAGIC.every((byte, i) => bytes[i] === byte),
    'it is no PMTiles archive',
  );
  demand(bytes[7] === 3, 'it is a PMTiles archive of another version');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const field = (at: number): number => Number(view.getBigUint64(at, true));
  const section = (at: number) => ({ offset: field(at), length: field(at + 8) });
  const [root, about, leaves, data] = [section(8), section(24), section(40), section(56)];
  const sections = [{ offset: 0, length: HEADER }, root, about, leaves, data]
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.offset - b.offset);
  const apart = sections.every(
    ({ offset, length }, i) => offset + length <= (sections[i + 1]?.offset ?? total),
  );
  demand(
    root.length > 0 && data.length > 0 && apart,
    'the file is cut off, or its header is wrong',
  );
  demand(root.offset + root.length <= bytes.length, 'its directory is not at its beginning');
  demand(
    leaves.length === 0 && bytes[97] === GZIP,
    'its directories are not as they are read here',
  );
  const packing = bytes[98];
  demand(
    packing === NONE || packing === GZIP,
    'its tiles are packed in a way that is not read here',
  );
  const counts = [field(72), field(80), field(88)] as const;
  return { root, data, isPacked: packing === GZIP, type: bytes[99] ?? 0, counts };
}

/** Unpacks what gzip has packed. Rejects where it ends early, goes on after its end, or does not agree with its checksum. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads numbers of 7 bits a byte, one after another. Throws where they end early. */
function createVarints(bytes: Uint8Array) {
  let at = 0;
  return {
    isAtEnd: () => at === bytes.length,
    next(): number {
      let [value, scale, byte] = [0, 1, 0];
      do {
        demand(at < bytes.length && scale <= 2 ** 49, 'its directory is cut off');
        byte = bytes[at++] as number;
        value += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      return value;
    },
  };
}

/** Reads an unpacked directory. Throws where it is not one, or where it does not agree with the header. */
export function readDirectory(bytes: Uint8Array, { data, counts }: Head): Entry[] {
  const { next, isAtEnd } = createVarints(bytes);
  const count = next();
  demand(count > 0 && count <= bytes.length, 'its directory is wrong');
  const column = [...Array(count)];
  let id = 0;
  const ids = column.map((_, i) => {
    const step = next();
    demand(step > 0 || i === 0, 'its directory is wrong');
    id += step;
    return id;
  });
  const runs = column.map(next);
  const lengths = column.map(next);
  let end = 0;
  const entries = lengths.map((length, i) => {
    const value = next();
    const offset = value > 0 ? value - 1 : end;
    end = offset + length;
    return { id: ids[i] as number, run: runs[i] as number, offset, length };
  });
  const fits = entries.every(
    ({ id, run, offset, length }, i) =>
      run > 0 &&
      length > 0 &&
      offset + length <= data.length &&
      id + run <= (entries[i + 1]?.id ?? Infinity),
  );
  demand(fits && isAtEnd(), 'its directory is wrong');
  const tiles = entries.reduce((sum, { run }) => sum + run, 0);
  const contents = new Set(entries.map(({ offset }) => offset)).size;
  const found = [tiles, entries.length, contents];
  demand(
    counts.every((said, i) => said === 0 || said === found[i]),
    'its directory is not what its header says',
  );
  return entries;
}
