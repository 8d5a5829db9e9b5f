import { AJAXError, addProtocol } from 'maplibre-gl';
import { atlasUrls } from './atlas-assets.ts';
import { type AtlasStyle, readAtlasStyle } from './atlas-style.ts';
import { ELEVATION_SIDE, elevationTile } from './relief-tile.ts';
import { openArchive, type TileArchive } from './tile-archive.ts';

type Answer = (tile: readonly [z: number, x: number, y: number]) => Promise<unknown>;

/** Answers MapLibre's requests for `<name>://<z>/<x>/<y>`; `undefined` is "not found". */
function serve(name: string, answer: Answer): void {
  addProtocol(name, async ({ url }) => {
    const [z = 0, x = 0, y = 0] = url
      .slice(name.length + 3)
      .split('/')
      .map(Number);
    const data = await answer([z, x, y]);
    // MapLibre then draws the nearest tile above it.
    if (!data) throw new AJAXError(404, '', url, new Blob());
    return { data };
  });
}

async function readPicture(bytes: ArrayBuffer): Promise<ImageData> {
  const picture = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none' });
  const { width, height } = picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, width, height);
}

/** The elevations of a tile, out of the nearest one above it where the archive does not have it. */
function serveRelief(archive: TileArchive): Answer {
  return async ([z, x, y]) => {
    for (let up = 0; up <= z; up++) {
      const bytes = await archive.tile(z - up, x >> up, y >> up);
      if (!bytes) continue;
      const size = 256 >> up;
      const part = { size, left: (x % (1 << up)) * size, top: (y % (1 << up)) * size };
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
export async function openAtlas(): Promise<AtlasStyle> {
  const { tiles, relief, style } = atlasUrls;
  const archive = openArchive(tiles);
  serve('atlas', (tile) => archive.tile(...tile));
  serve('atlas-relief', serveRelief(openArchive(relief)));
  const response = await fetch(style);
  if (!response.ok) throw new Error(`The map could not be loaded (${response.status}).`);
  return readAtlasStyle(await response.text(), atlasUrls);
}
