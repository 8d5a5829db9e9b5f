import { describe, expect, it } from 'vitest';
import { compileStory } from '../../../src/compiler/compile-story.ts';
import type { Issue } from '../../../src/core/issue.ts';
import { formatIssues } from '../../../src/core/issue.ts';
import { FILLINGS, fill } from '../../bench/repeated-text.ts';
import { loadCatalog, storyWithProse } from './support.ts';

const catalog = loadCatalog();
const compile = (text: string) => compileStory(text, { file: 'story.md', catalog });

const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join('');

const storyWithKeys = (keys: string): string =>
  `---\ntitle: A\ndescription: B\n${keys}---\n${storyWithProse('').split('---\n').at(-1)}`;

const codesOf = (issues: readonly Issue[]): string[] => [
  ...new Set(issues.map(({ code }) => code)),
];

describe('a list of mistakes', () => {
  it('says of each kind the first 20, and how many more there are', () => {
    const { issues, more, story } = compile(storyWithKeys(many(5000, (n) => `key-${n}: 1\n`)));
    expect(story).toBeUndefined();
    expect(issues.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, n) => 4 + n));
    const lines = formatIssues(issues, more);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('and 4,980 more');
  });

  it('has no such line where all are listed', () => {
    const { issues, more } = compile(storyWithKeys(many(20, (n) => `key-${n}: 1\n`)));
    expect([issues.length, more]).toEqual([20, 0]);
    expect(formatIssues(issues, more)).toHaveLength(20);
  });

  it('keeps other mistakes among thousands of one kind', () => {
    const text = storyWithKeys(`basemap: atlass\n${many(5000, (n) => `key-${n}: 1\n`)}`);
    expect(codesOf(compile(text).issues).sort()).toEqual(['unknown-basemap', 'unknown-key']);
  });

  it.each([
    ['prose', storyWithProse(many(3000, (n) => `[a](#nowhere-${n}) <b onclick=1>x</b> [^n${n}] `))],
    ['steps', many(3000, () => '## A {#a}\n\n')],
    ['headings', storyWithProse(many(3000, () => '##x\n'))],
    ['layers', storyWithKeys(`layers:\n${many(3000, (n) => `  l${n}: { from: x${n}, as: y }\n`)}`)],
    [
      'styles',
      storyWithKeys(
        `layers:\n  l: { from: x, as: style, style: { type: line, paint: { ${many(3000, (n) => `a${n}: 1, `)} } } }\n`,
      ),
    ],
    [
      'places',
      storyWithProse('').replace('alt:', () => `label: [${many(3000, (n) => `p${n}, `)}]\nalt:`),
    ],
  ])('is short whatever is wrong: %s', (_, text) => {
    const { issues, more } = compile(text);
    for (const code of codesOf(issues)) {
      const { length } = issues.filter((issue) => issue.code === code);
      expect(length, code).toBeLessThanOrEqual(20);
    }
    expect(more).toBeGreaterThan(2000);
  });

  it('has no long words', () => {
    const { issues } = compile(storyWithKeys(`${'k'.repeat(100_000)}: 1\n`));
    for (const { message, hint } of issues) expect(message.length + hint.length).toBeLessThan(3000);
  });
});

describe('a story that is too large', () => {
  it('is told by one issue, and not read', () => {
    const { story, issues, more } = compile(storyWithProse('*a*{.b} '.repeat(400_000)));
    expect([story, issues.length, more]).toEqual([undefined, 1, 0]);
    expect(issues[0]!.message).toBe(
      'The file has 3,200,135 characters; a story has at most 2,000,000.',
    );
  });

  it.each([
    ['brackets', (depth: number) => storyWithKeys(`k: ${'['.repeat(depth)}${']'.repeat(depth)}\n`)],
    ['keys', (depth: number) => storyWithKeys(`k: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}\n`)],
    ['lines', (depth: number) => storyWithKeys(many(depth, (n) => `${' '.repeat(n)}a:\n`))],
    ['lists', (depth: number) => storyWithKeys(`k:\n  ${'- '.repeat(depth)}a\n`)],
  ])('in depth has an issue and throws nothing: %s', (_, text) => {
    for (const depth of [1100, 1900]) {
      const { issues } = compile(text(depth));
      expect(codesOf(issues)).toEqual(['yaml-syntax']);
      expect(issues[0]!.message).toBe('This is nested too deeply to be read.');
    }
  });

  it('is not one whose aliases would make millions of it', () => {
    const bomb = many(30, (n) => `k${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]\n`);
    expect(codesOf(compile(storyWithKeys(`k0: &a0 1\n${bomb}`)).issues)).toEqual(['yaml-alias']);
  });

  it('has elements that stand in one another by the hundred', () => {
    const blocks = storyWithProse(`<div>\n${'<section>'.repeat(600)}\n</div>`);
    const inLine = storyWithProse(`a ${'<b>'.repeat(600)} b`);
    for (const text of [blocks, inLine]) {
      expect(codesOf(compile(text).issues)).toEqual(['html-too-deep']);
    }
    const long = storyWithProse(
      `${'<b>a</b> <br> <em>b</em>'.repeat(600)}\n\n${'<p>a<li>b'.repeat(600)}`,
    );
    expect(compile(long).story).toBeDefined();
  });

  it('has footnotes that refer to one another, in each step', () => {
    const chain = many(300, (n) => `[^f${n}]: x[^f${n + 1}]\n\n`);
    const steps = many(100, (n) =>
      storyWithProse('x[^f0]\n\n')
        .split('---\n')
        .at(-1)!
        .replace('{#one}', () => `{#s${n}}`),
    );
    const text = `---\ntitle: A\ndescription: B\n---\n${steps}${chain}[^f300]: y\n`;
    expect(codesOf(compile(text).issues)).toEqual(['too-many-footnotes']);
  });

  it('has an address that is longer than any', () => {
    const { story, issues } = compile(storyWithProse(`<a href="${'<!---->'.repeat(9000)}x">a</a>`));
    expect(codesOf(issues)).toEqual(['unsafe-html']);
    expect(story!.steps[0]!.html).toBe('<p><a>a</a></p>');
  });
});

describe('attributes in braces', () => {
  const htmlOf = (prose: string): string => compile(storyWithProse(prose)).story!.steps[0]!.html;

  it.each([
    ['*a*{.b} c', '<p><em class="b">a</em> c</p>'],
    ['**a *b*{.x}**{.y}', '<p><strong class="y">a <em class="x">b</em></strong></p>'],
    ['`a`{.b}{.c}', '<p><code class="b c">a</code></p>'],
    ['a {.b}', '<p class="b">a</p>'],
    ['a\n{.b}', '<p class="b">a</p>'],
    ['- a {.b}\n- c', '<ul>\n<li class="b">a</li>\n<li>c</li>\n</ul>'],
    ['- a\n{.b}', '<ul class="b">\n<li>a</li>\n</ul>'],
    ['- a\n\n{.b}', '<ul class="b">\n<li>a</li>\n</ul>'],
    ['> a\n{.b}', '<blockquote class="b">\n<p>a</p>\n</blockquote>'],
    ['a {.b} c', '<p>a {.b} c</p>'],
    ['a \\{.b}', '<p>a {.b}</p>'],
    ['*a* {.b}', '<p class="b"><em>a</em></p>'],
    ['{} { } {.} {#} {=} {a=', '<p>{} { } {.} {#} {=} {a=</p>'],
    [
      '[a](https://a.example){lang=ko href="https://b.example"}',
      '<p><a href="https://a.example" lang="ko" rel="noopener">a</a></p>',
    ],
  ])('%s', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it('are text where there are more than anyone needs', () => {
    expect(htmlOf(`*a*{${many(33, (n) => ` .c${n}`)}}`)).toContain('.c32}');
  });
});

it('the ways to write something again and again are more than 500, each of them compiled', () => {
  expect(FILLINGS.length).toBeGreaterThan(500);
  for (const filling of FILLINGS) {
    const { issues } = compile(fill(filling, 150));
    for (const { line } of issues) expect(line, filling.name).toBeGreaterThan(0);
  }
}, 60_000);
