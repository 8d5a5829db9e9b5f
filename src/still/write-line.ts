import type { MaybeMarkup } from '../core/markup.ts';
import type { Box } from '../core/viewport.ts';
import { drawText, type Ink, type Kit } from './draw-text.ts';
import { type Lettering, setText } from './lettering.ts';

/** What a text says, and in which letters. */
export interface Words {
  text: string;
  /** Name of a face. */
  face: string;
  /** CSS pixels of an em. */
  size: number;
  /** Longer lines are broken, CSS pixels; none by default. */
  maxWidth?: number;
}

/** A text on a picture. */
export interface LineSpec extends Ink, Words {
  /** Where it begins, or ends if it is `toLeft`, CSS pixels. */
  x: number;
  /** Height of the baseline of its last line, CSS pixels. */
  baseline: number;
  /** Whether it stands to the left of `x`. */
  toLeft?: boolean;
}

/** A drawn thing as SVG, and what it covers. */
export interface Drawn {
  svg: MaybeMarkup;
  box: Box;
}

/** How far above a baseline letters reach, and below, em. */
const ASCENT = 0.78;
const DESCENT = 0.24;

function setWords(
  { text, face, size, maxWidth = Infinity }: Words,
  toLeft: boolean,
  kit: Kit,
): Lettering {
  const align = toLeft ? 'right' : 'left';
  return setText([{ text }], { face, maxWidth: maxWidth / size, align }, kit.glyphs);
}

/** How wide a text is, CSS pixels. */
export function widthOf(words: Words, kit: Kit): number {
  return setWords(words, false, kit).width * words.size;
}

/** Writes a text with its baseline where it is wanted. */
export function writeLine(line: LineSpec, kit: Kit): Drawn {
  const { size, baseline, toLeft = false } = line;
  const lettering = setWords(line, toLeft, kit);
  const width = lettering.width * size;
  const x = toLeft ? line.x - width : line.x;
  const y = baseline - (lettering.glyphs.at(-1)?.y ?? 0) * size;
  const top = y + ((lettering.glyphs[0]?.y ?? 0) - ASCENT) * size;
  return {
    svg: drawText(lettering, { ...line, x, y }, kit),
    box: { left: x, top, right: x + width, bottom: baseline + DESCENT * size },
  };
}
