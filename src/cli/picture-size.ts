import { imageSize } from 'image-size';
import type { PictureSize } from '../compiler/catalog.ts';

/** From this value on, EXIF's orientation says that a picture is shown on its side. */
const ON_ITS_SIDE = 5;

/**
 * The size at which browsers show a picture, from its bytes: whole CSS pixels, turned as its EXIF data say. `undefined` where
 * they are no picture.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const [w, h] = orientation >= ON_ITS_SIDE ? [height, width] : [width, height];
    return { width: Math.max(1, Math.round(w)), height: Math.max(1, Math.round(h)) };
  } catch {
    return undefined;
  }
}
