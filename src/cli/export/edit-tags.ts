import { attributes } from '../../core/markup.ts';

/** What a tag becomes: its text, or an edited one. */
export type EditTag = (tag: Tag) => string;

/** A start tag of a page. */
export interface Tag {
  /** As it stands in the page. */
  text: string;
  /** In lower case. */
  name: string;
  /** What stands in the element, for scripts and styles; these are edited as a whole. */
  content: string;
  /** The value of an attribute, as text; `undefined` where there is none. */
  get: (attribute: string) => string | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const QUOTED = `(?:"[^"]*"|'[^']*'|[^'">])*`;
const TAG = new RegExp(
  `<!--[\\s\\S]*?-->|<(script|style)\\b(${QUOTED})>([\\s\\S]*?)</\\1\\s*>|<([a-z][\\w-]*)(${QUOTED})>`,
  'gi',
);
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', a, b, c]) => [
      name.toLowerCase(),
      unescaped(a ?? b ?? c ?? ''),
    ]),
  );
}

/**
 * A page with each of its start tags edited; scripts and styles with what is in them. For pages as our
 * own code and Vite write them: comments, quoted values, no `<plaintext>`.
 */
export function editTags(html: string, edit: EditTag): string {
  return html.replace(TAG, (text, whole, wholeRest, content, name, rest) => {
    if (whole === undefined && name === undefined) return text;
    const known = attributesOf(rest ?? wholeRest ?? '');
    return edit({
      text,
      name: String(whole ?? name).toLowerCase(),
      content: content ?? '',
      get: (attribute) => known.get(attribute),
    });
  });
}

/** A start tag with an attribute under another name and with another value, or without it. */
export function replaceAttribute(
  text: string,
  attribute: string,
  [name, value]: readonly [name: string, value: string],
): string {
  const [start = ''] = /^<[^\s>]+/.exec(text) ?? [];
  const written = `${attributes({ [name]: value })}`.trim();
  let isFound = false;
  // Attribute by attribute: the value of one may hold what looks like another.
  const rest = text.slice(start.length).replace(ATTRIBUTE, (whole, key: string) => {
    if (isFound || key.toLowerCase() !== attribute.toLowerCase()) return whole;
    isFound = true;
    return written;
  });
  return start + rest;
}
