import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileStory } from '../../../src/compiler/compile-story.ts';
import { loadCatalog, STORIES } from './support.ts';

const catalog = loadCatalog();
const goldens = readdirSync(STORIES)
  .filter((name) => name !== 'catalog')
  .map((name) => readFileSync(join(STORIES, name, 'story.md'), 'utf8'));

const PIECES = [
  ...['---\n', '## ', '```step\n', '```\n', '~~~\n', ':::', '::: notes\n', '[^a]', '[^a]: ', '\n'],
  ...['{#id}', '{.a}', '{credit="x"}', '{', '}', '[', ']', '(', ')', '![', '<', '>', '<!--', '-->'],
  ...[
    'camera: ',
    'bounds: ',
    'layers: ',
    ' .. ',
    '1950-10-19',
    '- ',
    '? ',
    '*',
    '&a ',
    '!!x ',
    '|',
  ],
  ...['<script>', '</script>', '<b onclick=x>', '"', "'", '\t', '    ', '\r\n', '\u0000', '\uFEFF'],
  ...['__proto__: ', 'constructor', 'toString', '<<: ', '0x', '.inf', '.nan', '~', '# ', '| a |\n'],
];

function expectSound(text: string): void {
  const { story, issues } = compileStory(text, { file: 'story.md', catalog });
  const failed = issues.some(({ severity }) => severity === 'error');
  expect(story === undefined).toBe(failed);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  for (const { line, column, message, hint } of issues) {
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? 'nowhere').length + 1);
    expect(message).not.toMatch(/undefined|\[object/);
    expect(hint).not.toBe('');
  }
}

describe('compiling', () => {
  it('any text gives a story or errors, each inside the file', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), expectSound), {
      numRuns: 300,
    });
  });

  it('any heap of pieces of the format gives a story or errors', () => {
    const heap = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 });
    const text = heap.map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, expectSound), { numRuns: 600 });
  });

  it('any story with a stretch replaced gives a story or errors', () => {
    const change = fc.record({
      text: fc.constantFrom(...goldens),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 40 }),
      by: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }),
    });
    const changed = change.map(({ text, at, length, by }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + by.join('') + text.slice(start + length);
    });
    fc.assert(fc.property(changed, expectSound), { numRuns: 1500 });
  }, 60_000);

  it.each([
    ['brackets in front matter', `---\na: ${'['.repeat(20_000)}\n---\n`],
    ['brackets in a step block', `## A\n\`\`\`step\ncamera: ${'{a: '.repeat(20_000)}\n\`\`\`\n`],
    ['quotations', `## A\n${'> '.repeat(5_000)}x`],
    ['emphasis', `## A\n${'*a '.repeat(5_000)}`],
    ['HTML', `## A\n\n${'<div>'.repeat(5_000)}`],
    ['containers', `## A\n${'::: notes\n'.repeat(1_000)}`],
    ['links', `## A\n${'['.repeat(5_000)}`],
    ['steps', `${'## A\n'.repeat(1_000)}`],
  ])(
    'does not fail on thousands of nested %s',
    (_, text) => {
      expectSound(text);
    },
    20_000,
  );
});
