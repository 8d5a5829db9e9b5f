import { AJAXError, addProtocol } from 'maplibre-gl';
import type { AtlasStyle } from '../style/atlas-style.ts';
import { atlasUrls } from './atlas-assets.ts';
import { loadAtlasStyle } from './load-atlas-style.ts';
import { ELEVATION_SIDE, elevationTile } from './relief-tile.ts';
import { openArchive, type TileArchive } from './tile-archive.ts';

type Tile = [z: number, x: number, y: number];
type Answer = (tile: Tile) => Promise<unknown>;

/** Answers MapLibre's requests for `<name>://<z>/<x>/<y>`; `undefined` is "not found". */
function serve(name: string, answer: Answer): void {
  addProtocol(name, async ({ url }) => {
    const data = await answer(url.split('/').slice(2).map(Number) as Tile);
    // MapLibre then draws the nearest tile above it.
    if (!data) throw new AJAXError(404, '', url, new Blob());
    return { data };
  });
}

/** The pixels of a square picture. */
async function readPicture(bytes: ArrayBuffer): Promise<ImageData> {
  const picture = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none' });
  const side = picture.width;
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, side, side);
}

/** The elevations of a tile, out of the nearest one above it where the archive does not have it. */
function serveRelief(archive: TileArchive): Answer {
  return async ([z, x, y]) => {
    for (let up = 0; up <= z; up++) {
      const bytes = await archive.tile(z - up, x >> up, y >> up);
      if (!bytes) continue;
      const size = 256 >> up;
      const part = { size, left: (x * size) % 256, top: (y * size) % 256 };
      const { data } = await readPicture(bytes);
      return createImageBitmap(new ImageData(elevationTile(data, part), ELEVATION_SIDE));
    }
    return undefined;
  };
}

/**
 * Lets MapLibre read the atlas's tiles and relief, and loads its style. Rejects, with a message for
 * the reader, where it cannot be loaded.
 */
export function openAtlas(): Promise<AtlasStyle> {
  const { tiles, relief } = atlasUrls;
  const style = loadAtlasStyle();
  const archive = openArchive(tiles);
  serve('atlas', (tile) => archive.tile(...tile));
  serve('atlas-relief', serveRelief(openArchive(relief)));
  return style;
}
