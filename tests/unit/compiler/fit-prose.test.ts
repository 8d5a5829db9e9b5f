import { describe, expect, it } from 'vitest';
import { fitProse } from '../../../src/compiler/fit-prose.ts';
import { sanitize } from '../../../src/compiler/sanitize.ts';
import { textDirection } from '../../../src/core/text-direction.ts';
import { compile, loadCatalog, storyWithProse } from './support.ts';

const SIZES: Record<string, { width: number; height: number }> = {
  'wide.jpg': { width: 1600, height: 1000 },
  'my photo & more.jpg': { width: 30, height: 20 },
};

/** A text as the compiler leaves it, with the sizes of these pictures. */
const fitted = (html: string): string => fitProse(sanitize(html), (path) => SIZES[path]);

describe('case 18: the room of a picture', () => {
  it.each([
    ['is its own size', '', 'width="1600" height="1000"'],
    ['is the author’s width, in its own shape', ' width="320"', 'width="320" height="200"'],
    ['is the author’s height, in its own shape', ' height="200"', 'width="320" height="200"'],
    [
      'has its own shape where the author gave another',
      ' width="320" height="9"',
      'width="320" height="200"',
    ],
    [
      'is its own size where the author gave no length',
      ' width="50%" height="auto"',
      'width="1600" height="1000"',
    ],
    ['is at least a pixel', ' width="1"', 'width="1" height="1"'],
  ])('%s', (_, given, expected) => {
    expect(fitted(`<img src="wide.jpg" alt="A &quot;b&quot;"${given}>`)).toBe(
      `<img src="wide.jpg" alt="A &quot;b&quot;" ${expected} />`,
    );
  });

  it('is found by an address in any spelling', () => {
    for (const src of [
      'my%20photo%20&amp;%20more.jpg',
      'my photo &amp; more.jpg#a',
      'my%20photo%20%26%20more.jpg?b=1',
    ]) {
      expect(fitted(`<img src="${src}" alt="">`)).toContain('width="30" height="20"');
    }
  });

  it('is left open where the size is not known', () => {
    expect(fitted('<img src="other.jpg" alt="" width="5">')).toBe(
      '<img src="other.jpg" alt="" width="5" />',
    );
    expect(fitProse('<img src="wide.jpg" />')).toBe('<img src="wide.jpg" />');
  });

  it('is written for pictures of Markdown, in text, notes and footnotes', () => {
    const text = storyWithProse(
      '![A](bridge.jpg){credit="B"}\n\nC[^d]\n\n::: notes\n![A](bridge.jpg){credit="B"}\n:::\n\n[^d]: ![A](bridge.jpg)\n',
    );
    const { story } = compile(text, { ...loadCatalog(), sizeOf: () => ({ width: 3, height: 2 }) });
    const [step] = story?.steps ?? [];
    for (const html of [step?.html, step?.notes, step?.footnotes[0]?.html]) {
      expect(html).toContain('width="3" height="2"');
    }
  });
});

describe('case 20: tables and code', () => {
  it('stand in boxes that scroll, which keys reach and which have a name', () => {
    const html = fitted(
      '<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table><pre>a</pre>',
    );
    expect(
      html.match(/<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>/g),
    ).toHaveLength(2);
    expect(html.match(/<\/table><\/div>/g)).toHaveLength(2);
    expect(html).toContain('<pre tabindex="0" role="group" aria-label="Code">a</pre>');
  });

  it('are closed where the author did not close them', () => {
    const html = fitted('<p>a<table><tr><td>1');
    expect(html.match(/<div/g)).toHaveLength(1);
    expect(html.match(/<\/div>/g)).toHaveLength(1);
  });

  it('leaves short numbers of a list beside its items, and puts long ones into them', () => {
    expect(fitted('<ol start="999"><li>a</li></ol>')).toContain('<ol start="999">');
    expect(fitted('<ol start="1950"><li>a</li></ol>')).toContain(
      '<ol class="inside" start="1950">',
    );
  });

  it('are not seen in what is only text', () => {
    const text = '&lt;table&gt; <em title="&lt;table&gt;&lt;img&gt;">&lt;pre&gt;</em>';
    expect(fitted(text)).not.toContain('scroll');
  });
});

describe('case 21: the way a language is written', () => {
  it.each(['ar', 'ar-EG', 'he', 'fa', 'ur', 'ps', 'yi', 'dv', 'az-Arab', 'pa-PK', 'syc'])(
    'is from the right for %s',
    (lang) => expect(textDirection(lang)).toBe('rtl'),
  );
  it.each(['en', 'ko', 'ru', 'zh', 'az', 'pa', 'ar-Latn', 'de-CH', '', 'not a language'])(
    'is from the left for %s',
    (lang) => expect(textDirection(lang)).toBe('ltr'),
  );
});
