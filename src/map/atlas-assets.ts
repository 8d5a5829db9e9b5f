import cyrillicItalic from '@fontsource/old-standard-tt/files/old-standard-tt-cyrillic-400-italic.woff2?url';
import cyrillic from '@fontsource/old-standard-tt/files/old-standard-tt-cyrillic-400-normal.woff2?url';
import cyrillicBold from '@fontsource/old-standard-tt/files/old-standard-tt-cyrillic-700-normal.woff2?url';
import latinItalic from '@fontsource/old-standard-tt/files/old-standard-tt-latin-400-italic.woff2?url';
import latin from '@fontsource/old-standard-tt/files/old-standard-tt-latin-400-normal.woff2?url';
import latinBold from '@fontsource/old-standard-tt/files/old-standard-tt-latin-700-normal.woff2?url';
import latinExtItalic from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-400-italic.woff2?url';
import latinExt from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-400-normal.woff2?url';
import latinExtBold from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-700-normal.woff2?url';
import tiles from '../../geo/atlas/base.pmtiles?url';
import hangul from '../../geo/atlas/fonts/hangul.woff2?url';
import hanzi from '../../geo/atlas/fonts/hanzi.woff2?url';
import labels from '../../geo/atlas/labels.geojson?url';
import relief from '../../geo/atlas/relief.pmtiles?url';
import style from '../../geo/atlas/style.json?url';

/**
 * Addresses of the atlas's files, all on the page's own host. The lettering is Old Standard TT
 * and Noto Serif (SIL OFL); MapLibre fetches a file of it when a name has letters of that file.
 */
export const atlasUrls = {
  ...{ latin, latinItalic, latinBold, latinExt, latinExtItalic, latinExtBold },
  ...{ cyrillic, cyrillicItalic, cyrillicBold, hangul, hanzi },
  ...{ tiles, labels, relief, style },
} as const;
