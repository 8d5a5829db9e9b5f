const TAG = /<(\/?)([a-z][\w-]*)/gi;

/** Elements that hold nothing, or that the next of their kind ends. */
const UNCOUNTED = new Set([
  ...[
    'area',
    'base',
    'br',
    'col',
    'embed',
    'hr',
    'img',
    'input',
    'link',
    'meta',
    'source',
    'track',
    'wbr',
  ],
  ...['p', 'li', 'dt', 'dd', 'td', 'th', 'tr', 'option', 'rp', 'rt'],
]);

/** Counts how deep elements stand in one another, piece by piece, in time that grows with the text alone. */
export interface HtmlDepth {
  /** Reads on; returns how many elements are open at most in this piece. */
  read(html: string): number;
}

/** A count that begins where no element is open. */
export function createHtmlDepth(): HtmlDepth {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const close = (name: string): void => {
    // An end tag without its beginning ends nothing.
    while (counts.get(name)) {
      const last = open.pop()!;
      counts.set(last, counts.get(last)! - 1);
      if (last === name) return;
    }
  };
  return {
    read(html) {
      let most = open.length;
      for (const [, end, tag = ''] of html.matchAll(TAG)) {
        const name = tag.toLowerCase();
        if (UNCOUNTED.has(name)) continue;
        if (end) close(name);
        else {
          open.push(name);
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
        most = Math.max(most, open.length);
      }
      return most;
    },
  };
}
