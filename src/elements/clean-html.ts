/** Elements, and attributes but addresses, that a story's text may have, as in the compiler. */
const ELEMENTS = new Set(
  'a abbr aside b bdi bdo blockquote br cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'align alt class colspan datetime dir height id lang loading rel role rowspan scope start title value width'.split(
    ' ',
  ),
);

/** Whether an address may stand in a link (`href`), or in what loads by itself (`src`). */
function isSafeAddress(name: string, value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them in addresses
  const bare = value.replace(/[\u0000-\u0020]+/g, '').toLowerCase();
  if (name === 'href' && /^(https?|mailto):/.test(bare)) return true;
  return !/^([a-z][a-z0-9+.-]*:|[\\/]{2})/.test(bare);
}

const isSafe = ({ name, value }: Attr): boolean =>
  name === 'href' || name === 'src'
    ? isSafeAddress(name, value)
    : ATTRIBUTES.has(name) || name.startsWith('aria-');

function clean(element: Element): void {
  for (const child of [...element.children]) {
    clean(child);
    if (!ELEMENTS.has(child.localName)) child.remove();
    for (const attribute of [...child.attributes]) {
      if (!isSafe(attribute)) child.removeAttribute(attribute.name);
    }
  }
}

/**
 * HTML from a compiled story as nodes, without anything that could run or load from elsewhere: a
 * story file is not trusted just because it was compiled.
 */
export function cleanHtml(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  clean(parsed.body);
  const fragment = document.createDocumentFragment();
  fragment.append(...parsed.body.childNodes);
  return fragment;
}
