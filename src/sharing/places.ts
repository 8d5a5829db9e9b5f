import { hashFor } from '../core/deep-link.ts';

/** Where a story is, as far as a page knows. Whole addresses. */
export interface Places {
  /** The page that the reader sees; absent where it has no address that others can open. */
  page?: string;
  /** The folder of the story's page, with a slash at its end; absent where the story is no file on a host. */
  folder?: string;
  /** The script that embeds the story in other pages; absent where none is known. */
  script?: string;
  /** What files of the story are named after. */
  slug: string;
}

const isOnHost = (address: string): boolean => /^https?:/.test(address);

/** The last part of a path that says something: `stories/war/` and `war.html` both give `war`. */
function nameOf(address: string): string {
  const names = new URL(address).pathname.split('/').filter((name) => !/^(index\..*)?$/.test(name));
  const name = (names.at(-1) ?? '').replace(/\.\w+$/, '').replace(/%..|[^\w-]/g, '');
  return name || 'story';
}

/**
 * Finds out where a story is: `location` is the page's address, `src` that of the story's file, empty for none,
 * `script` that of the script that embeds it, as the page says it.
 */
export function placesOf(location: string, src: string, script?: string): Places {
  const isFile = src !== '' && URL.canParse(src, location);
  const file = isFile ? new URL(src, location).href : '';
  const folder = isOnHost(file) ? new URL('.', file).href : undefined;
  return {
    ...(isOnHost(location) && { page: location }),
    ...(folder && { folder }),
    ...(folder && script && { script: new URL(script, location).href }),
    slug: nameOf(folder ?? location),
  };
}

/**
 * The address that opens a story at a step. A story's own page needs no query, which would say how it was
 * shown here; another page may be nothing without it. `undefined` where the page has no address.
 */
export function stepLink({ page, folder }: Places, step: string): string | undefined {
  if (page === undefined) return undefined;
  const link = new URL(page);
  if (new URL('.', page).href === folder) link.search = '';
  link.hash = hashFor(step);
  return link.href;
}
