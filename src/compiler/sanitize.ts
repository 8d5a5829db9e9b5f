import sanitizeHtml from 'sanitize-html';
import { LINK_SCHEMES, SAFE_ATTRIBUTES, SAFE_ELEMENTS } from '../core/safe-html.ts';

/** Ids are kept on footnote references only, since an author's id could shadow a step's. */
const REFERENCE_ID = /^fnref-/;

/**
 * Whether an address stays beside the story: no scheme, no host. Browsers skip control characters
 * and blanks in a scheme, so those are skipped here too, even where Markdown wrote them as `%0A`.
 */
export function isLocalAddress(address: string): boolean {
  const bare = bareAddress(address);
  return (
    address.length <= LONGEST_ADDRESS &&
    !/^[a-z][a-z0-9+.-]*:/i.test(bare) &&
    !/^[\\/]{2}/.test(bare)
  );
}

/** Whether a link may go to an address. */
export function isSafeLink(address: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bareAddress(address))?.[1];
  const isKnown = LINK_SCHEMES.includes(scheme?.toLowerCase() ?? '');
  return isLocalAddress(address) || (isKnown && address.length <= LONGEST_ADDRESS);
}

/** No longer address is read, in characters: servers refuse them, and looking into one takes time. */
const LONGEST_ADDRESS = 4000;

function bareAddress(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore them in addresses
  const ignored = /[\u0000-\u0020\u00a0]+|%[01][0-9a-f]|%20|<!--.*?-->/gi;
  return address.slice(0, LONGEST_ADDRESS).replace(ignored, '');
}

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...SAFE_ELEMENTS],
  allowedAttributes: Object.fromEntries(
    Object.entries(SAFE_ATTRIBUTES).map(([name, values]) => [name, [...values]]),
  ),
  allowedSchemes: [...LINK_SCHEMES],
  allowedSchemesByTag: { img: [], video: [] },
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'xmp', 'noscript', 'iframe', 'title'],
  parseStyleAttributes: false,
  nestingLimit: 100,
  transformTags: { a: safeLink, img: safeImage, video: safeImage },
  // A film is an element of ours, for a file beside the story; without one nothing is left of it.
  exclusiveFilter: ({ tag, attribs }) => tag === 'video' && !attribs.src,
};

function safeImage(tagName: string, attribs: sanitizeHtml.Attributes) {
  const { src = '', ...kept } = attribs;
  return { tagName, attribs: isLocalAddress(src) ? attribs : kept };
}

function safeLink(tagName: string, attribs: sanitizeHtml.Attributes) {
  const kept = { ...attribs };
  if (!REFERENCE_ID.test(kept.id ?? '')) delete kept.id;
  if (!isSafeLink(kept.href ?? '')) delete kept.href;
  if (/^https?:/i.test(kept.href ?? '')) kept.rel = 'noopener';
  return { tagName, attribs: kept };
}

/** HTML with only allowed elements, attributes and addresses; what is left out leaves no trace. */
export function sanitize(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}

/** What {@link sanitize} would take out of a piece of HTML, as authors write it: `<script>`. */
export function findUnsafe(html: string): string[] {
  const found = new Set<string>();
  sanitizeHtml(html, {
    ...OPTIONS,
    onOpenTag: (name, attribs) => {
      if (!SAFE_ELEMENTS.includes(name)) found.add(`<${name}>`);
      else for (const bad of unsafeAttributes(name, attribs)) found.add(bad);
    },
  });
  return [...found];
}

function unsafeAttributes(tag: string, attribs: Record<string, string>): string[] {
  const allowed = [...SAFE_ATTRIBUTES['*']!, ...(SAFE_ATTRIBUTES[tag] ?? [])];
  return Object.entries(attribs)
    .filter(([name, value]) => {
      if (!allowed.includes(name)) return true;
      if (name === 'id') return !REFERENCE_ID.test(value);
      if (name === 'href') return !isSafeLink(value);
      return name === 'src' && !isLocalAddress(value);
    })
    .map(([name, value]) => {
      const isAddress = name === 'href' || name === 'src';
      return isAddress && allowed.includes(name) ? `${name}="${value}"` : name;
    });
}
