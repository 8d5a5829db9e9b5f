/** Elements and attributes that a story's text may have; the compiler's own list is the same. */
const ELEMENTS = new Set(
  'a abbr aside b blockquote br cite code dd del details dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'alt class colspan datetime height href id lang loading rel role rowspan scope src start title value width'.split(
    ' ',
  ),
);

const isSafe = ({ name, value }: Attr): boolean =>
  (ATTRIBUTES.has(name) || name.startsWith('aria-')) &&
  !/^\s*(javascript|data|vbscript):/i.test(value);

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
