import { posix } from 'node:path';

/** A path without percent signs, or as it is where they encode nothing. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The file that an address stands for, as a path from the page's folder; `undefined` for what is not
 * one of `files`: addresses of other hosts, places of the page, data.
 */
export function fileAt(
  address: string,
  from: string,
  files: { has: (name: string) => boolean },
): string | undefined {
  const [path = ''] = address.split(/[?#]/);
  if (path === '' || /^([a-z][\w+.-]*:|\/)/i.test(path)) return undefined;
  const name = posix.join(posix.dirname(from), decoded(path));
  return files.has(name) ? name : undefined;
}

/** Says what stands in a text for an address; `undefined` where the address stays. */
export type Point = (address: string) => string | undefined;

const IMPORT = /(\bfrom\s*|\bimport\s*\(?\s*)(["'`])(\.{1,2}\/[^"'`\n]+)\2/g;
const ASSET = /\bnew URL\(\s*(?:\/\*.*?\*\/\s*)?(["'`])([^"'`\n]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/** A module that imports by other names, and finds its assets by them. */
export function pointScript(code: string, point: Point): string {
  return code
    .replace(IMPORT, (all, before: string, _, address: string) => {
      const name = point(address);
      return name === undefined ? all : `${before}"${name}"`;
    })
    .replace(ASSET, (all, _, address: string) => {
      const name = point(address);
      return name === undefined ? all : `new URL(import.meta.resolve("${name}"))`;
    });
}

/** JSON in which strings that are relative addresses are others. */
export function pointJson(json: string, point: Point): string {
  return json.replace(/"(\.{1,2}\/[^"\\]+)"/g, (all, address: string) => {
    const name = point(address);
    return name === undefined ? all : JSON.stringify(name);
  });
}

const FACE = /@font-face\s*\{[^}]*\}/g;
const CSS_URL = /\burl\(\s*(["']?)([^"')]+)\1\s*\)/g;

/** A style sheet in two parts: what brings its fonts, and the rest. */
export function splitFaces(css: string): { faces: string; rest: string } {
  return { faces: (css.match(FACE) ?? []).join('\n'), rest: css.replace(FACE, '') };
}

/** A style sheet with other addresses. */
export function pointStyle(css: string, point: Point): string {
  return css.replace(CSS_URL, (all, _, address: string) => {
    const name = point(address);
    return name === undefined ? all : `url("${name}")`;
  });
}

/** Of each font of a style sheet only the best format, which all browsers with WebGL 2 know. */
export function bestFormats(css: string): string {
  return css.replace(
    /(url\([^)]*\)\s*format\((["']?)woff2\2\))\s*,\s*url\([^)]*\)\s*format\([^)]*\)/g,
    '$1',
  );
}
