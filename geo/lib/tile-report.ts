import { PMTiles, type Source } from 'pmtiles';
import { DETAILS } from './tile-detail.ts';
import { type TileKey, tilesInView, tilesOf, VIEWS } from './tile-views.ts';

/** What an archive weighs, in bytes as they are sent. */
export interface TileReport {
  total: number;
  /** How many tiles there are, and how many different ones. */
  tiles: number;
  contents: number;
  /** Bytes of the different tiles of each zoom, from 0. */
  zooms: number[];
  /** Bytes of the tiles that each of `VIEWS` shows, without header and directories. */
  views: Record<keyof typeof VIEWS, number>;
}

/** An archive in memory, as the package `pmtiles` reads it. */
export function openTiles(file: Uint8Array): PMTiles {
  return new PMTiles(sourceOf(file));
}

/** Weighs an archive of the basemap. */
export async function reportTiles(file: Uint8Array): Promise<TileReport> {
  const read = new Map<number, number>();
  const archive = new PMTiles(sourceOf(file, (offset, length) => read.set(offset, length)));
  const { numAddressedTiles, numTileContents, tileDataOffset } = await archive.getHeader();
  const weigh = async (keys: readonly TileKey[]): Promise<number> => {
    read.clear();
    for (const key of keys) await archive.getZxy(...key);
    return [...read].reduce((sum, [at, length]) => sum + (at < tileDataOffset ? 0 : length), 0);
  };
  const zooms: number[] = [];
  for (const z of DETAILS.keys()) zooms.push(await weigh(tilesOf(z)));
  const views = {
    globe: await weigh(tilesInView(VIEWS.globe)),
    korea: await weigh(tilesInView(VIEWS.korea)),
  };
  return { total: file.length, tiles: numAddressedTiles, contents: numTileContents, zooms, views };
}

/** The report in a few lines, in kilobytes of 1000. */
export async function describeTiles(file: Uint8Array): Promise<string> {
  const { tiles, contents, zooms, views } = await reportTiles(file);
  const kB = (bytes: number) => (bytes / 1000).toFixed(1);
  return [
    `  ${tiles} tiles, ${contents} different`,
    `  kB by zoom: ${zooms.map((bytes, z) => `z${z} ${kB(bytes)}`).join(', ')}`,
    `  kB in first view: globe ${kB(views.globe)}, Korea ${kB(views.korea)}`,
  ].join('\n');
}

function sourceOf(file: Uint8Array, onRead?: (offset: number, length: number) => void): Source {
  return {
    getKey: () => 'memory',
    async getBytes(offset, length) {
      onRead?.(offset, length);
      return { data: file.slice(offset, offset + length).buffer };
    },
  };
}
