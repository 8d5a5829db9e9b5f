import type { AtlasStyle } from '../style/atlas-style.ts';
import { STORED } from '../style/relief-code.ts';
import { atlasUrls } from './atlas-assets.ts';
import { loadAtlasStyle } from './load-atlas-style.ts';
import { ELEVATION_SIDE, elevationTile } from './relief-tile.ts';
import type { Supply } from './supply.ts';
import { openArchive, type TileArchive } from './tile-archive.ts';

type Tile = [z: number, x: number, y: number];

/** The pixels of a relief tile's picture. Rejects where it is none. */
async function readPicture(bytes: ArrayBuffer): Promise<ImageData> {
  const picture = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none' });
  const { width: side, height } = picture;
  if (side !== STORED || height !== STORED) throw new Error('A relief tile has another size.');
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, side, side);
}

const tileOf = (path: string): Tile => path.split('/').map(Number) as Tile;

/** The elevations of a tile, out of the nearest one above it where the archive does not have it. */
async function elevations(archive: TileArchive, [z, x, y]: Tile): Promise<unknown> {
  for (let up = 0; up <= z; up++) {
    const bytes = await archive.tile(z - up, x >> up, y >> up);
    if (!bytes) continue;
    const size = 256 >> up;
    const part = { size, left: (x * size) % 256, top: (y * size) % 256 };
    const { data } = await readPicture(bytes).catch((error: unknown) => {
      archive.forget();
      throw error;
    });
    return createImageBitmap(new ImageData(elevationTile(data, part), ELEVATION_SIDE));
  }
  return undefined;
}

/** The atlas as a map reads it. */
export interface Atlas {
  style: AtlasStyle;
  /** Forgets what was loaded of its tiles, as some of it has turned out to be wrong. */
  forget: () => void;
}

/**
 * Lets a map read the atlas's tiles and relief, and loads its style. Rejects only where the supply has ended: what cannot
 * be loaded is asked for again.
 */
export async function openAtlas(supply: Supply): Promise<Atlas> {
  const style = supply.get(loadAtlasStyle);
  const archives = [atlasUrls.tiles, atlasUrls.relief].map(openArchive);
  const [tiles, relief] = archives as [TileArchive, TileArchive];
  supply.serve('atlas', (path) => tiles.tile(...tileOf(path)));
  supply.serve('atlas-relief', (path) => elevations(relief, tileOf(path)));
  return {
    style: await style,
    forget() {
      for (const archive of archives) archive.forget();
    },
  };
}
