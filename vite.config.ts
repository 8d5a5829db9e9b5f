import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { legenda } from './src/cli/vite-plugin.ts';

const root = dirname(fileURLToPath(import.meta.url));

const squeezeGlsl = (shader: string): string =>
  shader.replace(/\s+/g, ' ').replace(/ ?([-+*/=<>?:,;(){}|&]) ?/g, '$1');

const squeezeCss = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':');

/** Takes out of our templates (CSS, HTML, shaders) the white space that only their authors need. */
const squeezeTemplates: Plugin = {
  name: 'squeeze-templates',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code, id) {
      if (id.endsWith('/shaders.ts')) return code.replace(/`[^`]*`/g, squeezeGlsl);
      return code.replace(/\bcss`[^`]*`/g, squeezeCss).replace(/\n\s+/g, '\n');
    },
  },
};

/**
 * Vite loads the style sheets of a chunk before the chunk. Ours have none, so an import is enough.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

/** Scrollama's lines for debugging, and their ids, are never asked for, but it could not know. */
const noDebugLines: Plugin = {
  name: 'no-debug-lines',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /scrollama\/src\/(debug|generateId)\.js/ },
    handler: () =>
      'export const create = () => {}; export const update = create; export default create;',
  },
};

export default defineConfig({
  root,
  // Relative addresses: the built site works from any folder of any host.
  base: './',
  // Scrollama's source: its built file is larger, and nothing can be taken out of it.
  resolve: { alias: { scrollama: join(root, 'node_modules/scrollama/src/entry.js') } },
  plugins: [squeezeTemplates, plainImports, noDebugLines, legenda({ root })],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    minify: 'terser',
    terserOptions: { module: true, compress: { passes: 3, ecma: 2020, unsafe_arrows: true } },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre-gl', test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)/ },
          ],
        },
      },
    },
  },
});
