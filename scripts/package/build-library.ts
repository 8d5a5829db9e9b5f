import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { slimScrollama } from '../bundle/scrollama.ts';
import { packageAssets } from './package-assets.ts';

/** What a page imports from the package, by the name after `legenda/`; `index` is the package itself. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: 'src/index.ts',
  elements: 'src/package/elements.ts',
  core: 'src/package/core.ts',
  compiler: 'src/package/compiler.ts',
};

/**
 * What the package leaves to whoever bundles the page: the map, which other parts of a page may share,
 * and what only the compiler needs. Lit and scrollama are in the package, so that a page without a
 * bundler has to say where `maplibre-gl` is and nothing else.
 */
const EXTERNAL =
  /^(?:@maplibre\/maplibre-gl-style-spec|maplibre-gl|markdown-it(?:-\w+)?|sanitize-html|topojson-client|yaml|zod)$/;

/** Whether the package leaves an import to whoever bundles the page. */
export const isExternal = (specifier: string): boolean => EXTERNAL.test(specifier);

/**
 * Writes the package's script into `outDir`, which is emptied: an ES module for each of {@link ENTRIES},
 * the chunks that they share, and the files that they load. Names are kept; who bundles a page
 * makes it small. Rejects with Vite's error where it cannot be built.
 */
export async function buildLibrary(root: string, outDir: string): Promise<void> {
  const { resolve } = createRequire(join(root, 'package.json'));
  const scrollama = join(dirname(resolve('scrollama/package.json')), 'src/entry.js');
  const entry = Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)]);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: { scrollama } },
    plugins: [packageAssets({ root }), slimScrollama()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      lib: { entry: Object.fromEntries(entry), formats: ['es'] },
      rolldownOptions: {
        external: isExternal,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  });
}
