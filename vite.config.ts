import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { slimLit } from './scripts/bundle/lit.ts';
import { slimScrollama } from './scripts/bundle/scrollama.ts';
import { readShaderNames, shortenShaderNames } from './scripts/bundle/shader-names.ts';
import { atlasStyle } from './src/cli/atlas-plugin.ts';
import { embedScript } from './src/cli/embed-plugin.ts';
import { legenda } from './src/cli/vite-plugin.ts';

const root = dirname(fileURLToPath(import.meta.url));

/** Where a package is: beside this one, where this one is itself installed as a package. */
const packageFolder = (name: string): string =>
  dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`));

const squeezeGlsl = (shader: string): string =>
  shader
    .replace(/\s+/g, ' ')
    .replace(/ ?([-+*/=<>?:,;(){}|&`]) ?/g, '$1')
    .replace(/\b0(\.\d)|(\d\.)0\b/g, '$1$2');

const squeezeCss = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,/`]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}')
    .replace(/\b0(\.\d)/g, '$1');

/** Takes out of our templates (CSS, HTML, shaders) the white space that only their authors need. */
const squeezeTemplates = (): Plugin => {
  const names = readShaderNames(join(root, 'src/map'));
  return {
    name: 'squeeze-templates',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/.*\.ts$/ },
      handler(code, id) {
        if (id.endsWith('/shaders.ts')) {
          return shortenShaderNames(
            code.replace(/`[^`]*`/g, (glsl) => squeezeGlsl(glsl)),
            names,
          );
        }
        if (id.includes('/src/map/')) return shortenShaderNames(code, names);
        return code.replace(/\bcss`[^`]*`/g, (css) => squeezeCss(css)).replace(/\n\s+/g, '\n');
      },
    },
  };
};

/** What Vite makes of `await import('./x.js')`: the style sheets of a chunk come before it. */
const PRELOADED =
  /__vitePreload\(async \(\) => \{\s*const \{ (\w+) \} = await (import\("[^"]+"\)(?:\.then\(\((\w+)\) => \3\.\w+\))?);\s*return \{ \1 \};\s*\}, __VITE_PRELOAD__, import\.meta\.url\)/g;
/** What Vite makes of `() => import('./x.js')`. */
const PRELOADED_LATER =
  /__vitePreload\(\(\) => (import\("[^"]+"\)(?:\.then\(\((\w+)\) => \2\.\w+\))?), __VITE_PRELOAD__, import\.meta\.url\)/g;
const PRELOAD_SHARED = /^(import|export) \{ (\w+ as )?__vitePreload( as \w+)? \}.*\n?/gm;

/** Our chunks have no style sheets of their own, so an import is enough. */
const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
  renderChunk: {
    order: 'pre',
    handler(code) {
      const plain = code
        .replace(PRELOADED, '$2')
        .replace(PRELOADED_LATER, '$1')
        .replace(PRELOAD_SHARED, '');
      if (/__vitePreload\(|import.*__vitePreload/.test(plain))
        this.error('Vite preloads otherwise.');
      return plain;
    },
  },
};

const COMPRESS = {
  passes: 3,
  ecma: 2020,
  unsafe_arrows: true,
  pure_getters: true,
} as const;

/**
 * Our chunks by Terser, which packs them better than Vite's own minifier, functions first. MapLibre comes
 * minified, and Terser would take longer over it than all else takes together.
 */
const minifyOurs: Plugin = {
  name: 'minify-ours',
  apply: 'build',
  enforce: 'post',
  renderChunk: {
    order: 'pre',
    async handler(code, { name }) {
      if (name === 'maplibre-gl') return undefined;
      const { minify } = await import('terser');
      const compress = { ...COMPRESS, hoist_funs: true };
      const { code: sorted = code } = await minify(code, { module: true, compress, mangle: false });
      const { code: small = sorted } = await minify(sorted, { module: true, compress: COMPRESS });
      return small;
    },
  },
};

export default defineConfig({
  root,
  // Relative addresses: the built site works from any folder of any host.
  base: './',
  // Scrollama's source: its built file is larger, and nothing can be taken out of it.
  resolve: { alias: { scrollama: join(packageFolder('scrollama'), 'src/entry.js') } },
  plugins: [
    squeezeTemplates(),
    plainImports,
    slimLit(),
    slimScrollama(),
    atlasStyle({ root }),
    legenda({ root }),
    embedScript({ root }),
    minifyOurs,
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    minify: 'oxc',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // The page's script names some twenty files, and their hashes cannot be packed.
        assetFileNames: 'assets/[name]-[hash:6][extname]',
        chunkFileNames: 'assets/[name]-[hash:6].js',
        codeSplitting: {
          groups: [
            { name: 'maplibre-gl', test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)/ },
          ],
        },
      },
    },
  },
});
