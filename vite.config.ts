import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { atlasStyle } from './src/cli/atlas-plugin.ts';
import { legenda } from './src/cli/vite-plugin.ts';

const root = dirname(fileURLToPath(import.meta.url));

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

/** A short name for each of the names that script and shaders share: `u_half_size`, `a_along`. */
const shaderNames = new Map<string, string>();

const shortenShaderNames = (code: string): string =>
  code.replace(/\b[auv]_(?!projection)\w+/g, (name) => {
    const short = shaderNames.get(name) ?? `_${shaderNames.size.toString(36)}`;
    shaderNames.set(name, short);
    return short;
  });

/** Takes out of our templates (CSS, HTML, shaders) the white space that only their authors need. */
const squeezeTemplates: Plugin = {
  name: 'squeeze-templates',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code, id) {
      if (id.endsWith('/shaders.ts')) {
        return shortenShaderNames(code.replace(/`[^`]*`/g, squeezeGlsl));
      }
      if (id.includes('/src/map/')) return shortenShaderNames(code);
      return code.replace(/\bcss`[^`]*`/g, squeezeCss).replace(/\n\s+/g, '\n');
    },
  },
};

/** What Vite makes of `import('./x.js')`, minified: the style sheets of a chunk come before it. */
const PRELOADED =
  /\w+\(async\(\)=>\{const\{(\w+):(\w+)\}=await\(?(import\("[^"]+"\))\)?;return\{\1:\2\}\},\[\],import\.meta\)/g;

/** Our chunks have no style sheets of their own, so an import is enough. */
const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(PRELOADED, '$3');
      }
    },
  },
};

/**
 * What scrollama has for others (offsets in pixels, selectors, progress, a direction, lines for
 * debugging) and could not know that we never ask for: we give it elements and one offset.
 */
const SCROLLAMA_UNUSED: Readonly<Record<string, string>> = {
  createProgressThreshold: 'export default () => [];',
  debug: 'export const create = () => {}; export const update = create;',
  dom: 'export const selectAll = (steps) => steps;',
  err: 'export default () => {};',
  generateId: 'export default () => {};',
  parseOffset: 'export default (value) => ({ value });',
  scroll: 'export const setupScroll = () => {}; export const onScroll = setupScroll;',
};

/**
 * Of scrollama's own file: options that we never set and what it keeps of a step for them, the
 * direction, and methods that we never call.
 */
const SCROLLAMA_UNSET = new RegExp(
  [
    /^\t\t(isProgress|isTriggerOnce|isDebug|containerElement|rootElement|progressThreshold) = .*/,
    /^\t\t(threshold|progress|once|debug|root) = .*/,
    /^\t\t\t(offset|top|progress|direction): .*/,
    /\bstep\.offset \|\||off\.format === "pixels" \? 1 :/,
    /\bstep\.direction = direction;|, direction\b/,
    /S\.(enable|disable|resize|offset|onStepProgress) = (.|\n)*?\n\t};/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

/**
 * Lit's way with style sheets, for browsers that share them between elements: all that have WebGL 2.
 * None of ours has another in it, only text.
 */
const LIT_CSS_TAG = `
export const css = (strings, ...values) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(String.raw({ raw: strings }, ...values));
  return sheet;
};
export const unsafeCSS = (text) => text;
export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets; };
export const getCompatibleStyle = (sheet) => sheet;
export { css as CSSResult };
export const supportsAdoptingStyleSheets = true;`;

const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /scrollama\/src\/\w+\.js|@lit\/reactive-element\/css-tag\.js/ },
    handler(id) {
      const [, name = ''] = /([\w-]+)\.js/.exec(id.split('/').at(-1) ?? '') ?? [];
      return name === 'css-tag' ? LIT_CSS_TAG : SCROLLAMA_UNUSED[name];
    },
  },
  transform: {
    filter: { id: /scrollama\/src\/entry\.js/ },
    handler: (code) => code.replace(SCROLLAMA_UNSET, ''),
  },
};

export default defineConfig({
  root,
  // Relative addresses: the built site works from any folder of any host.
  base: './',
  // Scrollama's source: its built file is larger, and nothing can be taken out of it.
  resolve: { alias: { scrollama: join(root, 'node_modules/scrollama/src/entry.js') } },
  plugins: [
    squeezeTemplates,
    plainImports,
    onlyWhatIsUsed,
    atlasStyle({ root }),
    legenda({ root }),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    minify: 'terser',
    terserOptions: {
      module: true,
      safari10: false,
      compress: { passes: 3, ecma: 2020, unsafe_arrows: true, pure_getters: true },
    },
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
