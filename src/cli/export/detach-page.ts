import { fileAt } from './addresses.ts';
import { editTags, replaceAttribute, type Tag } from './edit-tags.ts';

/** How deep in a site a story's page is. */
const UP = '../../';

/** The files that lie beside the page, by name. */
interface Files {
  has: (name: string) => boolean;
}

const isRelative = (address: string): boolean => !/^([a-z][\w+.-]*:|\/|#)/i.test(address);

/** Where the page is on its site, if it says so. */
function addressOf(html: string): string | undefined {
  let found: string | undefined;
  editTags(html, ({ text, name, get }) => {
    if (name === 'link' && get('rel') === 'canonical') found = get('href');
    return text;
  });
  return found;
}

/** Links to pages that are not here lead to the site, or are text where it is not known; those to files beside the page stay. */
function detachLinks(html: string, address: string | undefined, files: Files): string {
  return html.replace(/<a\b[^>]*>[\s\S]*?<\/a\s*>/gi, (link) => {
    let isText = false;
    const edited = editTags(link, (tag) => {
      const href = tag.get('href');
      if (tag.name !== 'a' || href === undefined || !isRelative(href)) return tag.text;
      if (fileAt(href, 'index.html', files)) return tag.text;
      if (address) return replaceAttribute(tag.text, 'href', ['href', new URL(href, address).href]);
      isText = true;
      return '<span>';
    });
    return isText ? edited.replace(/<\/a\s*>$/i, '</span>') : edited;
  });
}

/**
 * A built page of a story for a folder of its own: its `assets`, and the script that embeds it, lie beside it, not two folders up, and
 * there are no other pages. `files` are those beside it, by name.
 */
export function detachPage(html: string, files: Files): string {
  const edit = (tag: Tag): string => {
    const attribute = ['src', 'href', 'content'].find((each) => tag.get(each)?.startsWith(UP));
    if (attribute === undefined) return tag.text;
    const address = `./${tag.get(attribute)?.slice(UP.length)}`;
    if (fileAt(address, 'index.html', files) === undefined) return tag.text;
    return replaceAttribute(tag.text, attribute, [attribute, address]);
  };
  return editTags(detachLinks(html, addressOf(html), files), edit);
}
