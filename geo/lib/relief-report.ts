import { reliefInView, reliefTileKeys } from './relief-tiles.ts';
import { openTiles } from './tile-report.ts';
import { type TileKey, VIEWS } from './tile-views.ts';

/** What the relief weighs, in bytes as they are sent. */
export interface ReliefReport {
  total: number;
  /** Bytes of each zoom's tiles, from 0; tiles of equal content are counted each. */
  zooms: number[];
  /** Bytes of the tiles that each of `VIEWS` needs. */
  views: Record<keyof typeof VIEWS, number>;
}

/** Weighs the archive of the relief. */
export async function reportRelief(file: Uint8Array): Promise<ReliefReport> {
  const archive = openTiles(file);
  const weigh = async (keys: TileKey[]): Promise<number> => {
    const tiles = await Promise.all(keys.map((key) => archive.getZxy(...key)));
    return tiles.reduce((sum, tile) => sum + (tile?.data.byteLength ?? 0), 0);
  };
  const zooms: number[] = [];
  for (const [z] of reliefTileKeys()) {
    zooms[z] ??= await weigh(reliefTileKeys().filter(([zoom]) => zoom === z));
  }
  const views = {
    globe: await weigh(reliefInView(VIEWS.globe)),
    korea: await weigh(reliefInView(VIEWS.korea)),
  };
  return { total: file.length, zooms, views };
}

/** The report in two lines, in kilobytes of 1000. */
export async function describeRelief(file: Uint8Array): Promise<string> {
  const { zooms, views } = await reportRelief(file);
  const kB = (bytes: number) => (bytes / 1000).toFixed(1);
  return [
    `  kB by zoom: ${zooms.map((bytes, z) => `z${z} ${kB(bytes)}`).join(', ')}`,
    `  kB in first view: globe ${kB(views.globe)}, Korea ${kB(views.korea)}`,
  ].join('\n');
}
