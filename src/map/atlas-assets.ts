import latinItalicUrl from '@fontsource/old-standard-tt/files/old-standard-tt-latin-400-italic.woff2?url';
import latinUrl from '@fontsource/old-standard-tt/files/old-standard-tt-latin-400-normal.woff2?url';
import latinBoldUrl from '@fontsource/old-standard-tt/files/old-standard-tt-latin-700-normal.woff2?url';
import latinExtItalicUrl from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-400-italic.woff2?url';
import latinExtUrl from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-400-normal.woff2?url';
import latinExtBoldUrl from '@fontsource/old-standard-tt/files/old-standard-tt-latin-ext-700-normal.woff2?url';
import bordersUrl from '../../geo/atlas/borders.geojson?url';
import graticuleUrl from '../../geo/atlas/graticule.geojson?url';
import labelsUrl from '../../geo/atlas/labels.geojson?url';
import lakesUrl from '../../geo/atlas/lakes.geojson?url';
import landUrl from '../../geo/atlas/land.geojson?url';
import riversUrl from '../../geo/atlas/rivers.geojson?url';

/** Addresses of the atlas's data, all on the page's own host. */
export const atlasData = {
  land: landUrl,
  lakes: lakesUrl,
  rivers: riversUrl,
  borders: bordersUrl,
  graticule: graticuleUrl,
  labels: labelsUrl,
} as const;

/** Code points of the two files each face is cut into, as their maker declares them. */
const LATIN = [
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+02BB-02BC',
  'U+02C6',
  'U+02DA',
  'U+02DC',
  'U+2000-206F',
  'U+20AC',
  'U+2122',
];
const LATIN_EXT = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+1E00-1E9F'];

const face = (latin: string, extended: string) => [
  { url: latin, 'unicode-range': LATIN },
  { url: extended, 'unicode-range': LATIN_EXT },
];

/** The atlas's lettering: Old Standard TT (SIL Open Font License), drawn without a glyph server. */
export const fontFaces = {
  'Atlas Regular': face(latinUrl, latinExtUrl),
  'Atlas Italic': face(latinItalicUrl, latinExtItalicUrl),
  'Atlas Bold': face(latinBoldUrl, latinExtBoldUrl),
};
