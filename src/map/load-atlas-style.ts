import style from '../../geo/atlas/style.json?url';
import { fetchChecked, wrong } from '../net/fetch-checked.ts';
import type { AtlasStyle } from '../style/atlas-style.ts';

const LISTS = ['ground', 'linework', 'names', 'places'] as const;

/** True for what has the form of the atlas's style. */
function isAtlasStyle(value: unknown): value is AtlasStyle {
  const atlas = value as Partial<AtlasStyle> | null;
  return (
    atlas?.style?.version === 8 &&
    typeof atlas.style.sources === 'object' &&
    typeof atlas.story === 'object' &&
    LISTS.every((name) => Array.isArray(atlas[name]) && atlas[name].length > 0)
  );
}

/**
 * Loads the atlas's style, which `cli/atlas-plugin.ts` makes: it names its other files relative to itself,
 * and here they are made whole. Rejects, with a message for the reader, where it cannot be loaded or is none.
 * The package has another one in its place, whose addresses bundlers can read (`scripts/package/`).
 */
export async function loadAtlasStyle(fresh: boolean): Promise<AtlasStyle> {
  const { bytes, url } = await fetchChecked(style, { fresh });
  const found: unknown = JSON.parse(new TextDecoder().decode(bytes), (_, value) =>
    String(value).startsWith('./') ? new URL(value, url).href : value,
  );
  if (isAtlasStyle(found)) return found;
  throw wrong('it is no style', url);
}
