import { readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import type { Plugin } from 'vite';
import { readAtlasStyle } from '../style/atlas-style.ts';
import { scaleSizes } from '../style/scale-sizes.ts';
import { GEO_FOLDER } from './read-story.ts';

/** Stands in the script for the address of the style, until that has its name. */
const MARK = '__ATLAS_STYLE__';

/** The style's address while someone writes. */
const SERVED = '/geo/atlas/style.json?page';

const CUTS = { '': '400-normal', Italic: '400-italic', Bold: '700-normal' };
const SCRIPTS = { latin: 'latin', latinExt: 'latin-ext', cyrillic: 'cyrillic' };

const LETTERS = Object.entries(SCRIPTS).flatMap(([name, script]) =>
  Object.entries(CUTS).map(([cut, file]): [string, string] => [
    `${name}${cut}`,
    `node_modules/@fontsource/old-standard-tt/files/old-standard-tt-${script}-${file}.woff2`,
  ]),
);

/**
 * The files that the atlas's style names, by the names it has for them, from the project's root. The
 * lettering is Old Standard TT and Noto Serif (SIL OFL); MapLibre fetches a file of it when a name has
 * letters of that file.
 */
const FILES = new Map([
  ...LETTERS,
  ['hangul', 'geo/atlas/fonts/hangul.woff2'],
  ['hanzi', 'geo/atlas/fonts/hanzi.woff2'],
  ['labels', 'geo/atlas/labels.geojson'],
]);

/** The style as text, with the palette's colours and with addresses of its files. */
function styleText(addressOf: (name: string, path: string) => string): string {
  const urls = [...FILES].map(([name, path]) => [name, addressOf(name, path)]);
  const json = readFileSync(join(GEO_FOLDER, 'atlas/style.json'), 'utf8');
  return JSON.stringify(scaleSizes(readAtlasStyle(json, Object.fromEntries(urls))));
}

/**
 * Makes of `geo/atlas/style.json` the style that a page loads: its colours and the addresses of its
 * files filled in, so that the page's script knows one address instead of all. The addresses are
 * relative to the style's own.
 */
export function atlasStyle({ root }: { root: string }): Plugin {
  const emitted = new Map<string, string>();
  let isServed = false;
  return {
    name: 'atlas-style',
    enforce: 'pre',
    configResolved({ command }) {
      isServed = command === 'serve';
    },
    load: {
      filter: { id: /\/geo\/atlas\/style\.json\?url$/ },
      handler() {
        if (isServed) return `export default '${SERVED}';`;
        for (const [name, path] of FILES) {
          const source = readFileSync(join(root, path));
          emitted.set(name, this.emitFile({ type: 'asset', name: basename(path), source }));
        }
        return `export default new URL(/* @vite-ignore */ '${MARK}', import.meta.url).href;`;
      },
    },
    renderChunk(code, { fileName }) {
      if (!code.includes(MARK)) return null;
      const addressOf = (reference: string, from: string): string =>
        `./${posix.relative(dirname(from), this.getFileName(reference))}`;
      // Its own folder is that of its files.
      const source = styleText((name) => {
        const reference = emitted.get(name) ?? '';
        return addressOf(reference, this.getFileName(reference));
      });
      const style = this.emitFile({ type: 'asset', name: 'style.json', source });
      return { code: code.replaceAll(MARK, addressOf(style, fileName)), map: null };
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== SERVED) return next();
        response.setHeader('content-type', 'application/json');
        response.end(styleText((_, path) => `/${path}`));
      });
    },
  };
}
