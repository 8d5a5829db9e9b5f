import { readFileSync } from 'node:fs';
import { type AtlasStyle, readAtlasStyle } from '../../src/map/atlas-style.ts';

/** The atlas's style as a page has it, with any addresses for its files. */
export function readAtlas(): AtlasStyle {
  const file = new URL('../../geo/atlas/style.json', import.meta.url);
  const faces = ['latin', 'latinItalic', 'latinBold', 'latinExt', 'latinExtItalic', 'latinExtBold'];
  const urls = Object.fromEntries([...faces, 'labels'].map((name) => [name, `./${name}`]));
  return readAtlasStyle(readFileSync(file, 'utf8'), urls);
}
