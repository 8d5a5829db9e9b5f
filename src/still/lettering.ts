import { type BrokenCharacter, breakLines } from './break-lines.ts';
import type { Glyph, Glyphs } from './still-atlas.ts';

/** A part of a text with a size and a face of its own, as MapLibre's `format` has it. */
export interface TextSection {
  /** May hold newlines. */
  text: string;
  /** Times the size of the text; 1 by default. */
  scale?: number;
  /** Name of a face; the text's own by default. */
  face?: string;
}

/** How a text is set. */
export interface Typesetting {
  /** Name of a face, such as `Atlas Italic`. */
  face: string;
  /** Room after each letter, em; 0 by default. */
  letterSpacing?: number;
  /** Lines longer than this are broken, em; never by default. */
  maxWidth?: number;
  /** From one line to the next, em; 1.2 by default. */
  lineHeight?: number;
  /** Where lines of different widths stand; in the middle by default. */
  align?: 'left' | 'center' | 'right';
}

/** A letter in its place, in ems from the upper left corner of the text's box. */
export interface PlacedGlyph {
  character: string;
  /** Where its baseline begins. */
  x: number;
  y: number;
  scale: number;
  /** Its outline (see `Glyph`), empty for a space; `undefined` where no face has the letter. */
  outline: string | undefined;
}

/** A text set in letters. Its box is what MapLibre takes for it when it keeps names apart. */
export interface Lettering {
  /** Size of the box, em. */
  width: number;
  height: number;
  /**
   * How much higher than the box its lines would be, if all had the largest size, em: MapLibre moves letters, not
   * the box, up by as much of it as of the box stands above the anchor.
   */
  slack: number;
  glyphs: PlacedGlyph[];
}

/** A character before it is placed. */
interface Letter extends BrokenCharacter {
  scale: number;
  outline: string | undefined;
}

/** From the upper edge of a line to its baseline in MapLibre, times the letter's scale, em. */
const BASELINE = 27 / 24;
/** So much higher, and half of a line lower, it is in a text whose largest letters have scale 1, em. */
const MIDDLE = 17 / 24;
/** How wide a letter that no face has is taken to be, em. */
const UNKNOWN = 0.55;

const IS_WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAS_NO_WIDTH = /^[\p{M}\p{Cf}]$/u;

function findGlyph({ faces }: Glyphs, face: string, character: string): Glyph | undefined {
  return faces[face]?.[character] ?? Object.values(faces)[0]?.[character];
}

/** How wide a letter is, em. */
function advanceOf(character: string, glyph: Glyph | undefined, em: number): number {
  if (character === '\n' || HAS_NO_WIDTH.test(character)) return 0;
  if (glyph) return glyph[0] / em;
  return IS_WIDE.test(character) ? 1 : UNKNOWN;
}

function lettersOf(
  sections: readonly TextSection[],
  setting: Typesetting,
  glyphs: Glyphs,
): Letter[] {
  const { letterSpacing = 0 } = setting;
  return sections.flatMap(({ text, scale = 1, face = setting.face }) =>
    [...text.normalize('NFC')].map((character): Letter => {
      const glyph = findGlyph(glyphs, face, character);
      const advance = advanceOf(character, glyph, glyphs.em) * scale + letterSpacing;
      return { character, advance, scale, outline: character === '\n' ? '' : glyph?.[1] };
    }),
  );
}

/** The letters of a line without the white space at its ends. */
function trimmed(line: readonly Letter[]): Letter[] {
  const isInk = ({ character }: Letter): boolean => character.trim() !== '';
  const first = line.findIndex(isInk);
  return first < 0 ? [] : line.slice(first, line.findLastIndex(isInk) + 1);
}

function linesOf(letters: readonly Letter[], maxWidth: number): Letter[][] {
  const ends = breakLines(letters, maxWidth);
  return ends.map((end, at) => trimmed(letters.slice(ends[at - 1] ?? 0, end)));
}

/** A line with where it stands. */
interface Line {
  letters: Letter[];
  /** Its upper left end, em. */
  x: number;
  top: number;
  /** The largest scale in it. */
  scale: number;
}

/** The letters of a line in their places; `drop` is where the baseline would be without any size, em. */
function placeLetters(
  { letters, top, scale: largest, ...line }: Line,
  drop: number,
): PlacedGlyph[] {
  let { x } = line;
  return letters.map(({ character, advance, scale, outline }) => {
    const y = top + drop + largest - scale + BASELINE * scale;
    const placed: PlacedGlyph = { character, x, y, scale, outline };
    x += advance;
    return placed;
  });
}

const ALIGN = { left: 0, center: 0.5, right: 1 };

/**
 * Sets a text in outlines, letter after letter without kerning, lines and baselines as MapLibre has them. A
 * letter that its face lacks is taken from the first face.
 */
export function setText(
  sections: readonly TextSection[],
  setting: Typesetting,
  glyphs: Glyphs,
): Lettering {
  const { letterSpacing = 0, lineHeight = 1.2, maxWidth = Infinity, align = 'center' } = setting;
  const lines = linesOf(lettersOf(sections, setting, glyphs), maxWidth);
  const widths = lines.map((line) =>
    Math.max(0, line.reduce((sum, { advance }) => sum + advance, 0) - letterSpacing),
  );
  const width = Math.max(0, ...widths);
  let height = 0;
  const placed = lines.map((letters, at): Line => {
    const scale = Math.max(...letters.map((letter) => letter.scale), 0) || 1;
    const top = height;
    height += lineHeight * scale;
    return { letters, x: (width - (widths[at] ?? 0)) * ALIGN[align], top, scale };
  });
  const isOfOneSize = Math.max(...placed.map(({ scale }) => scale)) === 1;
  const drop = isOfOneSize ? lineHeight / 2 - MIDDLE : 0;
  const slack = isOfOneSize ? lines.length * lineHeight - height : 0;
  return { width, height, slack, glyphs: placed.flatMap((line) => placeLetters(line, drop)) };
}
