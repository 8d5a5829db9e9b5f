import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { LIT_UNUSED, USE_OF_LEFT_OUT } from './lit-unused.ts';
import { replaceAll } from './replace.ts';

/** A file of Lit that has parts which nobody here asks for. */
const FILE =
  /\/(?:@lit\/reactive-element|lit-html|lit-element)\/(reactive-element|lit-html|lit-element)\.js/;

/**
 * Lit's way with style sheets, for browsers that share them between elements: all that have WebGL 2.
 * None of ours has another in it, only text.
 */
const CSS_TAG = `
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

/** Lit's development sources on one line, without comments: its other files have no names to go by. */
async function readSource(id: string, name: string): Promise<string> {
  const { minify } = await import('terser');
  const source = await readFile(id.replace(/[\w-]+\.js.*/, `development/${name}.js`), 'utf8');
  const { code = '' } = await minify(source, { module: true, compress: false, mangle: false });
  return code;
}

/** Gives each name that Lit's files keep among themselves a short one, the same in all of them. */
function shortener(): (code: string) => string {
  const names = new Map<string, string>();
  return (code) =>
    code.replace(/\b_[_$]?[a-zA-Z]\w*\$?/g, (name) => {
      const short = names.get(name) ?? `_${names.size.toString(36)}`;
      names.set(name, short);
      return short;
    });
}

/** Bundles Lit without what nobody here asks for, and stops where somebody asks for it. */
export function slimLit(): Plugin {
  const shorten = shortener();
  return {
    name: 'slim-lit',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: [FILE, /@lit\/reactive-element\/css-tag\.js/] },
      async handler(id) {
        const name = FILE.exec(id)?.[1];
        if (name === undefined) return CSS_TAG;
        return shorten(replaceAll(await readSource(id, name), LIT_UNUSED[name] ?? []));
      },
    },
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /from 'lit/ },
      handler(code, id) {
        const use = USE_OF_LEFT_OUT.exec(code)?.[0];
        if (use) this.error(`${id}: "${use}" is left out of Lit, see scripts/bundle/lit-unused.ts`);
      },
    },
  };
}
