import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { type AtlasStyle, readAtlasStyle } from '../style/atlas-style.ts';
import { scaleSizes } from '../style/scale-sizes.ts';
import { GEO_FOLDER } from './geo-folder.ts';

/** Stands in the script for the address of the style, until that has its name. */
const MARK = '__ATLAS_STYLE__';

/** The style's address while someone writes. */
const SERVED = '/geo/atlas/style.json?page';

const CUTS = { '': '400-normal', Italic: '400-italic', Bold: '700-normal' };
const SCRIPTS = { latin: 'latin', latinExt: 'latin-ext', cyrillic: 'cyrillic' };

/**
 * The files that the atlas's style names, by the names it has for them, as paths. The lettering is Old
 * Standard TT and Noto Serif (SIL OFL); MapLibre fetches a file of it when a name has letters of that file.
 * Throws where the letters are not installed for the project in `root`.
 */
export function atlasFiles(root: string): ReadonlyMap<string, string> {
  const { resolve } = createRequire(join(root, 'package.json'));
  const letters = Object.entries(SCRIPTS).flatMap(([name, script]) =>
    Object.entries(CUTS).map(([cut, file]): [string, string] => [
      `${name}${cut}`,
      resolve(`@fontsource/old-standard-tt/files/old-standard-tt-${script}-${file}.woff2`),
    ]),
  );
  return new Map([
    ...letters,
    ['hangul', join(GEO_FOLDER, 'atlas/fonts/hangul.woff2')],
    ['hanzi', join(GEO_FOLDER, 'atlas/fonts/hanzi.woff2')],
    ['labels', join(GEO_FOLDER, 'atlas/labels.geojson')],
  ]);
}

/** The atlas's style, with the palette's colours and with the address of each of its files, by name. */
export function addressedStyle(addresses: Iterable<readonly [string, string]>): AtlasStyle {
  const json = readFileSync(join(GEO_FOLDER, 'atlas/style.json'), 'utf8');
  return scaleSizes(readAtlasStyle(json, Object.fromEntries(addresses)));
}

/**
 * Makes of `geo/atlas/style.json` the style that a page loads: its colours and the addresses of its
 * files filled in, so that the page's script knows one address instead of all. The addresses are
 * relative to the style's own.
 */
export function atlasStyle({ root }: { root: string }): Plugin {
  const emitted = new Map<string, string>();
  const inProject = (path: string): string => `/${relative(root, path).split(sep).join('/')}`;
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
        for (const [name, path] of atlasFiles(root)) {
          const source = readFileSync(path);
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
      const addresses = [...emitted].map(
        ([name, file]) => [name, addressOf(file, this.getFileName(file))] as const,
      );
      const source = JSON.stringify(addressedStyle(addresses));
      const style = this.emitFile({ type: 'asset', name: 'style.json', source });
      return { code: code.replaceAll(MARK, () => addressOf(style, fileName)), map: null };
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== SERVED) return next();
        response.setHeader('content-type', 'application/json');
        const addresses = [...atlasFiles(root)].map(
          ([name, path]) => [name, inProject(path)] as const,
        );
        response.end(JSON.stringify(addressedStyle(addresses)));
      });
    },
  };
}
