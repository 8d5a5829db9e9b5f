import style from '../../geo/atlas/style.json?url';
import type { AtlasStyle } from '../style/atlas-style.ts';
import { loaded } from './tile-archive.ts';

/**
 * Loads the atlas's style, which `cli/atlas-plugin.ts` makes: it names its other files relative to itself,
 * and here they are made whole. Rejects, with a message for the reader, where it cannot be loaded.
 * The package has another one in its place, whose addresses bundlers can read (`scripts/package/`).
 */
export async function loadAtlasStyle(): Promise<AtlasStyle> {
  const found = loaded(await fetch(style));
  return JSON.parse(await found.text(), (_, value) =>
    String(value).startsWith('./') ? new URL(value, found.url).href : value,
  );
}
