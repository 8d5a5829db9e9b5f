import tiles from '../../geo/atlas/base.pmtiles?url';
import relief from '../../geo/atlas/relief.pmtiles?url';

/** Addresses of the atlas's archives, on the page's own host. */
export const atlasUrls = { tiles, relief } as const;
