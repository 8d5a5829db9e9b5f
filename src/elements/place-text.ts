/** Attributes that hold one address. */
const ADDRESSES = ['src', 'href', 'poster'] as const;

/** True for an address that is relative to the file it stands in; places of the page itself are not. */
const isRelative = (address: string): boolean =>
  !/^([a-z][a-z0-9+.-]*:|[\\/#]|$)/i.test(address.trim());

/**
 * The address of the folder that a story's file at `src` is in, with its last slash; empty where the story
 * came without a file, or in one that the page has made itself (`blob:`) and nothing lies beside.
 */
export const folderOf = (src: string | undefined): string =>
  src && !src.startsWith('blob:') ? new URL('.', new URL(src, document.baseURI)).href : '';

/**
 * Makes whole the relative addresses of pictures and links in a story's text: they are relative to the story's
 * file, and the page that shows it may lie elsewhere. Without a folder they stay.
 */
export function resolveAddresses(text: ParentNode, folder: string): void {
  if (!folder) return;
  for (const name of ADDRESSES) {
    for (const element of text.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name) ?? '';
      if (isRelative(address)) element.setAttribute(name, new URL(address, folder).href);
    }
  }
}

/**
 * Lets keys reach the boxes of a story's text that scroll, tables and code, and names them. What cleans a text
 * keeps no such attributes.
 */
export function reachBoxes(text: ParentNode): void {
  for (const box of text.querySelectorAll<HTMLElement>('pre, .scroll')) {
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', box.localName === 'pre' ? 'Code' : 'Table');
  }
}
