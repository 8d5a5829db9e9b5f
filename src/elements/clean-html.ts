import { LINK_SCHEMES, SAFE_ATTRIBUTES, SAFE_ELEMENTS } from '../core/safe-html.ts';

/** What a step's own markup has besides what its text may have. */
const OF_STEPS: Readonly<Record<string, readonly string[]>> = { h2: [], li: ['id', 'value'] };

const ELEMENTS = new Set([...SAFE_ELEMENTS, ...Object.keys(OF_STEPS)]);

/** Ids of footnotes and of what refers to them: no other could be told from a step's, or from the page's own. */
const ID = /^fn(ref)?-/;

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * A property of a node as browsers have it. A form's controls go by their names as its properties, so that
 * `<input name="attributes">` would stand in the way.
 */
const read = (prototype: object, name: string, node: Node): unknown =>
  Reflect.get(prototype, name, node);

/** An address as the browser reads it on a page at `base`, whatever the spelling; `undefined` where it is none. */
function parseAddress(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/** Two pages: what leads to the host of either on both is relative, and names neither a scheme nor a host. */
const BASES = ['http://example.invalid/', 'https://example.invalid/'] as const;

/** True for an address that a link may lead to (`href`), or that loads by itself (`src`): that must be a relative one. */
function isSafeAddress(name: string, address: string): boolean {
  const urls = BASES.map((base) => parseAddress(address, base));
  if (urls.every((url, i) => url?.origin === BASES[i]?.slice(0, -1))) return true;
  return name === 'href' && LINK_SCHEMES.includes(urls[0]?.protocol.slice(0, -1) ?? '');
}

function isSafe(element: string, { name, value }: Attr): boolean {
  const names = [SAFE_ATTRIBUTES['*'], SAFE_ATTRIBUTES[element], OF_STEPS[element]];
  if (!names.some((each) => each?.includes(name))) return false;
  if (name === 'id') return ID.test(value);
  return name === 'href' || name === 'src' ? isSafeAddress(name, value) : true;
}

/** An element made anew with what is safe of another; `undefined` where that is not one that a text may have. */
function copyElement(node: Node): Element | undefined {
  const name = String(read(Element.prototype, 'localName', node));
  const isHtml = read(Element.prototype, 'namespaceURI', node) === XHTML;
  if (!isHtml || !ELEMENTS.has(name)) return undefined;
  const copy = document.createElement(name);
  for (const attribute of read(Element.prototype, 'attributes', node) as NamedNodeMap) {
    if (isSafe(name, attribute)) copy.setAttribute(attribute.name, attribute.value);
  }
  const href = copy.getAttribute('href');
  if (href && /^https?:/i.test(href.trim())) copy.setAttribute('rel', 'noopener');
  return copy;
}

/** Copies the children of a node that may stay, with all that is in them; of others nothing is left. */
function copyChildren(from: Node, to: Node): void {
  for (const child of read(Node.prototype, 'childNodes', from) as NodeList) {
    const type = read(Node.prototype, 'nodeType', child);
    if (type === Node.TEXT_NODE) to.appendChild(document.createTextNode((child as Text).data));
    const copy = type === Node.ELEMENT_NODE ? copyElement(child) : undefined;
    if (!copy) continue;
    copyChildren(child, copy);
    to.appendChild(copy);
  }
}

/**
 * HTML from a compiled story as nodes, without anything that could run or load from elsewhere: a story file is not
 * trusted just because it was compiled. The nodes are new ones, made of what a text may have: what was parsed is looked
 * at and left behind, and nothing is written as text and parsed again.
 */
export function cleanHtml(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  copyChildren(read(Document.prototype, 'body', parsed) as Node, fragment);
  return fragment;
}
