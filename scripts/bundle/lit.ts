import type { Plugin } from 'vite';

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

/** Bundles Lit without its ways for browsers that cannot share a style sheet. */
export function slimLit(): Plugin {
  return {
    name: 'slim-lit',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /@lit\/reactive-element\/css-tag\.js/ },
      handler: () => CSS_TAG,
    },
  };
}
