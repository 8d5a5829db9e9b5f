import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSource } from '../../../src/compiler/source.ts';
import { compile } from './support.ts';

const BROKEN = [
  '---',
  'title: A test',
  'descripton: x',
  '---',
  '',
  '## One',
  '',
  '```step',
  'camera:',
  '  bonds: [124, 34, 130, 43]',
  'date: 1951-02-29',
  'alt: Korea.',
  '```',
  '',
  'Dark.[^nothing] And',
  'more [bad](javascript:x).',
].join('\n');

const places = (text: string) =>
  compile(text).issues.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('places in a file', () => {
  it('are counted from 1, in lines and in UTF-16 units', () => {
    const source = createSource('ab\n\n𝄞x');
    expect(source.position(0)).toEqual({ line: 1, column: 1 });
    expect(source.position(2)).toEqual({ line: 1, column: 3 });
    expect(source.position(3)).toEqual({ line: 2, column: 1 });
    expect(source.position(6)).toEqual({ line: 3, column: 3 });
    expect(source.position(99)).toEqual({ line: 3, column: 4 });
    expect(source.position(-1)).toEqual({ line: 1, column: 1 });
  });

  it('lead back to the offset', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', 'é')), fc.nat(), (letters, seed) => {
        const source = createSource(letters.join(''));
        const offset = seed % (source.text.length + 1);
        const { line, column } = source.position(offset);
        expect(source.lineStart(line - 1) + column - 1).toBe(offset);
      }),
    );
  });

  it('are the same with CRLF, with CR, and with a byte order mark', () => {
    const expected = places(BROKEN);
    expect(expected).toEqual([
      'missing-key 2:1',
      'unknown-key 3:1',
      'unknown-key 10:3',
      'impossible-date 11:7',
      'undefined-footnote 15:6',
      'unsafe-link 16:6',
    ]);
    expect(places(BROKEN.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(places(BROKEN.replaceAll('\n', '\r'))).toEqual(expected);
    expect(places(`\uFEFF${BROKEN}`)).toEqual(expected);
  });

  it('are right in a step block that is indented', () => {
    const indented = BROKEN.replace(/```step[\s\S]*?```/, (block) => block.replace(/^/gm, '  '));
    expect(places(indented)).toContain('unknown-key 10:5');
    expect(places(indented)).toContain('impossible-date 11:9');
  });
});
