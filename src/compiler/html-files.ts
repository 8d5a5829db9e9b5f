import sanitizeHtml from 'sanitize-html';
import type { FileUse } from './catalog.ts';
import { isFileLink } from './file-address.ts';
import { isLocalAddress } from './sanitize.ts';

/** A file that HTML names. */
export interface NamedInHtml {
  address: string;
  use: FileUse;
}

/** What loads by itself, by element. */
const LOADED: Readonly<Record<string, FileUse>> = { img: 'picture', video: 'video' };

/** The files beside the story that a piece of HTML shows or links to, in order; not those of other hosts. */
export function filesInHtml(html: string): NamedInHtml[] {
  const found: NamedInHtml[] = [];
  sanitizeHtml(html, {
    onOpenTag: (name, { src, href }) => {
      const use = Object.hasOwn(LOADED, name) ? LOADED[name] : undefined;
      if (use && src !== undefined && isLocalAddress(src)) found.push({ address: src, use });
      const isLink = name === 'a' && href !== undefined && isFileLink(href);
      if (isLink) found.push({ address: href, use: 'download' });
    },
  });
  return found;
}
