import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, posix } from 'node:path';
import type { Plugin } from 'vite';
import { addressedStyle, atlasFiles } from '../../src/cli/atlas-plugin.ts';

/** Stands in a chunk for the address of a file of the package, as a call with the file's name. */
const MARK = '__PACKAGE_ASSET__';
const MARKED = /__PACKAGE_ASSET__\(["'`]([^"'`]+)["'`]\)/g;

const FOLDER = 'assets';

/** Files that are modules are named `.js`: some hosts do not know `.mjs`. */
const nameOf = (path: string): string => basename(path).replace(/\.mjs$/, '.js');

/** A module that has the style as script, with an address for each of its files. */
function styleModule(files: Iterable<readonly [name: string, address: string]>): string {
  const named = [...files];
  const addresses = named.map(([name, address]) => `const ${name} = ${address};`);
  const style = JSON.stringify(addressedStyle(named.map(([name]) => [name, `@${name}`])), null, 1);
  const text = named.reduce((json, [name]) => json.replaceAll(`"@${name}"`, () => name), style);
  return `${addresses.join('\n')}\nexport const loadAtlasStyle = async () => (${text});`;
}

/**
 * Puts the files that the map needs beside the package's script, under their own names, and writes each of
 * their addresses as `new URL('…', import.meta.url)`, which Vite and webpack know and a browser understands
 * by itself. The atlas's style becomes script, since bundlers do not read the addresses in a JSON file.
 */
export function packageAssets({ root }: { root: string }): Plugin {
  const { resolve } = createRequire(join(root, 'package.json'));
  return {
    name: 'package-assets',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^maplibre-gl\/.*\?url$/ },
      handler: (id) => `${resolve(id.replace('?url', ''))}?url`,
    },
    load: {
      filter: { id: /\?url$|\/src\/map\/load-atlas-style\.ts$/ },
      handler(id) {
        const emit = (path: string): string => {
          const name = nameOf(path);
          const fileName = `${FOLDER}/${name}`;
          this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
          return `${MARK}(${JSON.stringify(name)})`;
        };
        if (id.endsWith('?url')) return `export default ${emit(id.replace('?url', ''))};`;
        return styleModule([...atlasFiles(root)].map(([name, path]) => [name, emit(path)]));
      },
    },
    renderChunk(code, { fileName }) {
      if (!code.includes(MARK)) return null;
      const folder = posix.relative(dirname(fileName), FOLDER);
      const from = folder.startsWith('.') ? folder : `./${folder}`;
      const addressed = code.replace(
        MARKED,
        (_, name: string) => `new URL('${from}/${name}', import.meta.url).href`,
      );
      return { code: addressed, map: null };
    },
  };
}
