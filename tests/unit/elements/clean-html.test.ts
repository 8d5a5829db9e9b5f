import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sanitize } from '../../../src/compiler/sanitize.ts';
import { stepMarkup } from '../../../src/core/step-markup.ts';
import { cleanHtml } from '../../../src/elements/clean-html.ts';
import { readRealStory } from '../../support/fixture-story.ts';

const VOID = ['br', 'hr', 'img', 'wbr'];
const TOKEN = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi;

/** As much of a browser's tree as the cleaning touches. */
class Node {
  readonly localName: string;
  parent: Node | undefined;
  attributes: { name: string; value: string }[] = [];
  childNodes: (Node | string)[] = [];

  constructor(localName: string) {
    this.localName = localName;
  }
  get children(): Node[] {
    return this.childNodes.filter((child) => typeof child !== 'string');
  }
  append(...nodes: (Node | string)[]): void {
    for (const node of nodes) if (typeof node !== 'string') node.parent = this;
    this.childNodes.push(...nodes);
  }
  remove(): void {
    if (!this.parent) return;
    this.parent.childNodes = this.parent.childNodes.filter((node) => node !== this);
  }
  removeAttribute(name: string): void {
    this.attributes = this.attributes.filter((attribute) => attribute.name !== name);
  }
  toString(): string {
    const given = this.attributes.map(({ name, value }) => ` ${name}="${value}"`).join('');
    const inner = this.childNodes.join('');
    if (!this.localName) return inner;
    if (VOID.includes(this.localName)) return `<${this.localName}${given}>`;
    return `<${this.localName}${given}>${inner}</${this.localName}>`;
  }
}

/** Reads HTML whose elements are all closed, as the compiler writes it. */
function parse(html: string): Node {
  const root = new Node('');
  let here = root;
  for (const [, end, name = '', given = '', text] of html.matchAll(TOKEN)) {
    if (text !== undefined) here.append(text);
    else if (end) here = here.parent ?? root;
    else {
      const node = new Node(name);
      node.attributes = [...given.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(
        ([, attribute = '', value = '']) => ({ name: attribute, value }),
      );
      here.append(node);
      if (!VOID.includes(name)) here = node;
    }
  }
  return root;
}

beforeAll(() => {
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = (html: string) => ({ body: parse(html) });
    },
  );
  vi.stubGlobal('document', { createDocumentFragment: () => new Node('') });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const clean = (html: string): string => String(cleanHtml(html));

/** Every element of HTML that is neither deprecated nor part of the document's frame. */
const HTML =
  'a abbr address article aside audio b bdi bdo blockquote br button canvas caption cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time tr track u ul var video wbr'.split(
    ' ',
  );

describe('cleanHtml', () => {
  it('leaves every step of the real story as the compiler wrote it', () => {
    const { steps } = readRealStory();
    steps.forEach((step, index) => {
      const html = String(stepMarkup(step, { index, count: steps.length }));
      expect(clean(html)).toBe(String(parse(html)));
    });
  });

  it('keeps every element that the compiler lets through', () => {
    const kept = HTML.filter((name) => {
      const html = VOID.includes(name) ? `<${name}>` : `<${name}>x</${name}>`;
      return sanitize(html).includes(`<${name}`);
    });
    expect(kept.length).toBeGreaterThan(50);
    const lost = kept.filter((name) => {
      const html = VOID.includes(name) ? `<${name}>` : `<${name}>x</${name}>`;
      return clean(html) !== html;
    });
    expect(lost).toEqual([]);
  });

  it('keeps every attribute that the compiler lets through', () => {
    const written = [
      '<p class="a" dir="rtl" lang="ko" title="b">x</p>',
      '<td align="right" colspan="2" rowspan="2">x</td>',
      '<th align="right" scope="col">x</th>',
      '<time datetime="1950-06-25">x</time>',
      '<ol start="3"><li>x</li></ol>',
      '<img src="map.png" alt="A map" width="2" height="1" loading="lazy">',
    ];
    for (const html of written) {
      const sanitized = sanitize(html).replace(' />', '>');
      expect(clean(sanitized)).toBe(String(parse(sanitized)));
    }
  });

  it.each([
    '<a href="https://example.org/a?b=c" rel="noopener">x</a>',
    '<a href="mailto:someone@example.org">x</a>',
    '<a href="#fn-yalu-one" id="fnref-yalu-one" role="doc-noteref" aria-label="Footnote 1">1</a>',
    '<a href="../other/">x</a>',
    '<img src="images/bridge.jpg" alt="A bridge">',
  ])('keeps %j', (html) => {
    expect(clean(html)).toBe(html);
  });

  it.each([
    ['<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['<p onclick="alert(1)" style="color:red">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" JavaScript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="java\tscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="\u0001javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<img src="data:image/svg+xml,x">', '<img>'],
    ['<img src="https://example.org/x.png">', '<img>'],
    ['<img src="//example.org/x.png" alt="a">', '<img alt="a">'],
    ['<a href="vbscript:x">a</a>', '<a>a</a>'],
    ['<iframe src="https://example.org"></iframe>b', 'b'],
    ['<p><svg><a href="#x">y</a></svg>z</p>', '<p>z</p>'],
  ])('takes out of %j what could run or load', (html, expected) => {
    expect(clean(html)).toBe(expected);
  });
});
