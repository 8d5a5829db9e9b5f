/** The elements that a story's text may have. */
export const SAFE_ELEMENTS: readonly string[] =
  'a abbr aside b bdi bdo blockquote br cite code dd del details dfn div dl dt em figcaption figure h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var video wbr'.split(
    ' ',
  );

/** The attributes that they may have, by element; `*` stands for all of them. Addresses are checked besides. */
export const SAFE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['class', 'dir', 'lang', 'title'],
  a: ['aria-label', 'href', 'id', 'rel', 'role'],
  img: ['alt', 'height', 'loading', 'src', 'width'],
  ol: ['start'],
  td: ['align', 'colspan', 'rowspan'],
  th: ['align', 'colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  video: ['aria-label', 'controls', 'height', 'playsinline', 'preload', 'src', 'width'],
};

/** The schemes that a link may have; without a scheme it is relative. */
export const LINK_SCHEMES: readonly string[] = ['http', 'https', 'mailto'];
