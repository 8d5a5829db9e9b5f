import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, escapeHtml, joined, markup, trusted } from '../../../src/core/markup.ts';
import { toXml } from '../../../src/core/xml.ts';

const HOSTILE = '"/><script>run()</script>\'&amp;';

describe('escapeHtml', () => {
  it('leaves no sign that could end a text or an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = escapeHtml(text)
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(read).toBe(text);
      }),
    );
  });
});

describe('markup', () => {
  it('escapes every text in its holes, and nothing twice', () => {
    const inner = markup`<b title="${HOSTILE}">${HOSTILE}</b>`;
    expect(`${markup`<p>${inner}${[inner]}</p>`}`).toBe(`<p>${inner}${inner}</p>`);
    expect(`${inner}`).not.toContain('<script');
    expect(`${markup`<i>${'a & b'}</i>`}`).toBe('<i>a &amp; b</i>');
  });

  it('takes nothing for markup but what it made itself', () => {
    const forged = JSON.parse('{ "text": "<script>", "toString": "<script>" }');
    const odd = [['<script>'], new String('<script>'), { toString: () => '<script>' }, undefined];
    for (const value of odd) expect(`${markup`${value as string}`}`).not.toContain('<');
    expect(() => `${markup`${forged}`}`).toThrow(TypeError);
  });

  it('refuses a number that is not finite', () => {
    for (const number of [Number.NaN, Infinity, -Infinity]) {
      expect(() => markup`<i width="${number}">`).toThrow(RangeError);
    }
    expect(`${markup`<i width="${1.5}">`}`).toBe('<i width="1.5">');
  });

  it('puts markup in a row, and says where there is none', () => {
    expect(joined(['', ''])).toBe('');
    expect(`${joined([markup`<a>`, '', markup`<b>`], ' ')}`).toBe('<a> <b>');
    expect(`${attributes({ id: HOSTILE, class: undefined })}`).toBe(` id="${escapeHtml(HOSTILE)}"`);
    expect(`${trusted('<p>')}`).toBe('<p>');
  });
});

describe('toXml', () => {
  it('leaves out what no XML can hold', () => {
    const text = 'a\u0000\u0008\u001f\ud800\uffff\tb\n\u{1f600}';
    expect(toXml(markup`<t>${text}</t>`)).toBe('<t>a\tb\n\u{1f600}</t>');
  });
});
