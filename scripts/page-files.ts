import { posix } from 'node:path';

/** How a page comes to load a file: always, or only where something in the page asks for it. */
export type Load = 'page' | 'demand';

/** The built site, as {@link pageFiles} reads it. */
export interface BuiltSite {
  /** The text of a file, by its path from the site's root; `undefined` where there is none. */
  read: (path: string) => string | undefined;
  /** Whether a file that script loads is one that an ordinary reader does not need. */
  isOnDemand: (path: string) => boolean;
}

const TAG = /<(script|link)\b([^>]*)>/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const QUOTED = /["'`]([^"'`\n]+)["'`]/g;

/** `from "x"`, `import "x"`, `import("x")` and `new URL("x"`, in any quotes a minifier may choose. */
const REFERENCE = /(?:\bfrom|\bimport|\bimport\(|\bnew URL\()\s*["'`]([^"'`\n]+)["'`]/g;
/** Vite's list of what is to be loaded along with dynamic imports. */
const VITE_DEPENDENCIES = /\bm\.f\s*=\s*\[([^\]]*)\]/g;

function attributes(source: string): Map<string, string> {
  const pairs = [...source.matchAll(ATTRIBUTE)];
  return new Map(pairs.map(([, name = '', a, b, c]) => [name.toLowerCase(), a ?? b ?? c ?? '']));
}

/** The scripts and style sheets a page's tags load, as written there. */
export function htmlReferences(html: string): string[] {
  return [...html.matchAll(TAG)].flatMap(([, tag = '', source = '']) => {
    const attribute = attributes(source);
    if (tag.toLowerCase() === 'script') return attribute.get('src') ?? [];
    const loads = /^(modulepreload|stylesheet)$/.test(attribute.get('rel') ?? '');
    return loads ? (attribute.get('href') ?? []) : [];
  });
}

/** The files a built script loads, at once or later, as written there. */
export function scriptReferences(script: string): string[] {
  const references = [...script.matchAll(REFERENCE)].map(([, path = '']) => path);
  const lists = [...script.matchAll(VITE_DEPENDENCIES)].map(([, list = '']) => list);
  const preloads = lists.flatMap((list) => [...list.matchAll(QUOTED)].map(([, path = '']) => path));
  return [...references, ...preloads].filter((path) => /\.(m?js|css)$/.test(path));
}

/** A reference as a path of the site: relative to the file it is in, else to the site's root. */
function locate(site: BuiltSite, from: string, reference: string): string | undefined {
  const plain = reference.replace(/[?#].*$/, '');
  const relative = posix.join(posix.dirname(from), plain);
  const fromRoot = posix.join('.', plain.replace(/^\/+/, ''));
  return [relative, fromRoot].find((path) => site.read(path) !== undefined);
}

/**
 * Every script and style sheet that a page of the site loads, by its path from the site's root:
 * what its tags name, and what those scripts import, static or dynamic, all the way down. A file
 * marked on demand is listed as such, and so is what only it loads.
 *
 * @throws where there is no such page.
 */
export function pageFiles(site: BuiltSite, page: string): Map<string, Load> {
  const html = site.read(page);
  if (html === undefined) throw new Error(`There is no ${page} in the built site.`);
  const loads = new Map<string, Load>();
  const visit = (from: string, references: readonly string[], load: Load): void => {
    for (const reference of references) {
      const path = locate(site, from, reference);
      if (path === undefined || loads.get(path) === 'page') continue;
      const next = load === 'demand' || site.isOnDemand(path) ? 'demand' : 'page';
      if (loads.get(path) === next) continue;
      loads.set(path, next);
      if (!path.endsWith('.css')) visit(path, scriptReferences(site.read(path) ?? ''), next);
    }
  };
  visit(page, htmlReferences(html), 'page');
  return loads;
}
