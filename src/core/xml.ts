import type { Markup } from './markup.ts';

/** The characters that XML 1.0 has no place for, even escaped: with one of them a file is no XML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu;

/** A document of SVG or another XML as the text of a file: well-formed, whatever its texts hold. */
export function toXml(document: Markup): string {
  return String(document).replace(FORBIDDEN, '');
}
