import { readFileSync } from 'node:fs';
import { type AtlasStyle, readAtlasStyle } from '../../src/style/atlas-style.ts';

/** The atlas's style as a page has it, with any addresses for its files. */
export function readAtlas(): AtlasStyle {
  const file = new URL('../../geo/atlas/style.json', import.meta.url);
  const json = readFileSync(file, 'utf8');
  const names = [...json.matchAll(/"(?:url|data)": "\$(\w+)"/g)].map(([, name]) => name as string);
  return readAtlasStyle(json, Object.fromEntries(names.map((name) => [name, `./${name}`])));
}
