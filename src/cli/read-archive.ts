import { type Header, PMTiles } from 'pmtiles';

/** A tile of an archive, unpacked. */
export interface ArchiveTile {
  z: number;
  x: number;
  y: number;
  data: ArrayBuffer;
}

/** What a PMTiles archive holds. */
export interface ArchiveContents {
  header: Header;
  metadata: unknown;
  /** From the top down. */
  tiles: ArchiveTile[];
}

/** Reads all tiles of a PMTiles archive in which each tile has one above it. Throws where it is none. */
export async function readArchive(bytes: Uint8Array): Promise<ArchiveContents> {
  const archive = new PMTiles({
    getKey: () => '',
    getBytes: async (from, length) => ({
      data: new Uint8Array(bytes.subarray(from, from + length)).buffer,
    }),
  });
  const tiles: ArchiveTile[] = [];
  let level: [z: number, x: number, y: number][] = [[0, 0, 0]];
  while (level.length > 0) {
    const below: typeof level = [];
    for (const [z, x, y] of level) {
      const tile = await archive.getZxy(z, x, y);
      if (!tile) continue;
      tiles.push({ z, x, y, data: tile.data });
      for (const i of [0, 1]) for (const j of [0, 1]) below.push([z + 1, 2 * x + i, 2 * y + j]);
    }
    level = below;
  }
  return { header: await archive.getHeader(), metadata: await archive.getMetadata(), tiles };
}
