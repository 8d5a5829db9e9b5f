import { TileType } from 'pmtiles';
import { writePmtiles } from '../../tiles/pmtiles-writer.ts';
import { readArchive } from '../read-archive.ts';

const TYPES = new Map([
  [TileType.Mvt, 'mvt'],
  [TileType.Png, 'png'],
  [TileType.Jpeg, 'jpeg'],
  [TileType.Webp, 'webp'],
] as const);

/** Says of a tile whether it is kept. */
export type KeepTile = (z: number, x: number, y: number) => boolean;

/**
 * A PMTiles archive with some of the tiles of another one, those that `keep` names, lines and pictures apart. Its vector tiles are
 * not compressed, so that they can be compressed together. Throws where the tiles are of a type that
 * the map does not draw.
 */
export async function cutArchive(
  bytes: Uint8Array,
  keep: { lines: KeepTile; pictures: KeepTile },
): Promise<Uint8Array> {
  const { header, metadata, tiles } = await readArchive(bytes);
  const type = TYPES.get(header.tileType as TileType.Mvt);
  if (!type)
    throw new Error(`An archive has tiles of type ${header.tileType}, which is not known.`);
  const isKept = type === 'mvt' ? keep.lines : keep.pictures;
  return writePmtiles({
    type,
    plain: true,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    center: [header.centerLon, header.centerLat, header.centerZoom],
    metadata: metadata as Readonly<Record<string, unknown>>,
    tiles: tiles
      .filter(({ z, x, y }) => isKept(z, x, y))
      .map(({ z, x, y, data }) => ({ z, x, y, bytes: new Uint8Array(data) })),
  });
}
