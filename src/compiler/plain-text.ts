import { own } from '../core/own.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return own(ENTITIES, name) ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The words of some sanitised HTML, on one line, without its tags. */
export function plainText(html: string): string {
  return html
    .replace(/<\/?(?:p|li|ol|ul|div|blockquote|br|td|tr|h\d)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => decodeEntity(whole, name))
    .replace(/[\t\n\r ]+/g, ' ')
    .trim();
}
