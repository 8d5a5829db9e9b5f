import latinItalic from '@fontsource/old-standard-tt/files/old-standard-tt-latin-400-italic.woff2?url';
import latin from '@fontsource/old-standard-tt/files/old-standard-tt-latin-400-normal.woff2?url';
import latinBold from '@fontsource/old-standard-tt/files/old-standard-tt-latin-700-normal.woff2?url';
import latinExtItalic from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-400-italic.woff2?url';
import latinExt from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-400-normal.woff2?url';
import latinExtBold from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-700-normal.woff2?url';
import tiles from '../../geo/atlas/base.pmtiles?url';
import labels from '../../geo/atlas/labels.geojson?url';
import relief from '../../geo/atlas/relief.pmtiles?url';
import style from '../../geo/atlas/style.json?url';

/** Addresses of the atlas's files, all on the page's own host. The lettering is Old Standard TT (SIL OFL). */
export const atlasUrls = {
  ...{ latin, latinItalic, latinBold, latinExt, latinExtItalic, latinExtBold },
  ...{ tiles, labels, relief, style },
} as const;
