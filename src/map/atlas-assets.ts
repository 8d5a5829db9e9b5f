import tiles from '../../geo/atlas/base.pmtiles?url';
import relief from '../../geo/atlas/relief.pmtiles?url';
import style from '../../geo/atlas/style.json?url';

/**
 * Addresses of the atlas's files, all on the page's own host. The style is the one that
 * `cli/atlas-plugin.ts` makes: it names the other files, relative to itself.
 */
export const atlasUrls = { tiles, relief, style } as const;
