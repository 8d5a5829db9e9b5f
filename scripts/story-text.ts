import { convert, type HtmlToTextOptions } from 'html-to-text';
import type { Story } from '../src/core/story.ts';

/** A piece of a story's text. */
export interface TextPiece {
  kind: 'heading' | 'paragraph' | 'footnote' | 'alternative text';
  /** The step that it belongs to; empty for what stands before all steps. */
  step: string;
  /** Its text, in parts between which a page has the numbers of footnotes. */
  parts: string[];
}

const PLAIN: HtmlToTextOptions = { wordwrap: false };

/** What an HTML page says to those who see neither pictures nor styles, and run no script. */
export function pageText(html: string): string {
  return convert(html, PLAIN);
}

const REFERENCE = /<sup class="footnote-ref">.*?<\/sup>/g;
/** Stands for a reference while HTML becomes text: a letter of the private use area. */
const MARK = '\uE000';

/** The paragraphs and items of some HTML, each in parts between the numbers that refer to footnotes. */
function paragraphsOf(html: string): string[][] {
  return convert(
    html.replace(REFERENCE, () => MARK),
    PLAIN,
  )
    .split(/\n+/)
    .map((line) => line.split(MARK))
    .filter((parts) => parts.some((part) => letters(part)));
}

/** All that a reader is to find on a story's page, in its order. */
export function storyPieces({ title, description, steps }: Story): TextPiece[] {
  const head = [title, description].map(
    (text): TextPiece => ({ kind: 'heading', step: '', parts: [text] }),
  );
  const ofSteps = steps.flatMap(({ id: step, alt, title, html, footnotes }): TextPiece[] => [
    { kind: 'alternative text', step, parts: [alt] },
    { kind: 'heading', step, parts: [title] },
    ...paragraphsOf(html).map((parts): TextPiece => ({ kind: 'paragraph', step, parts })),
    ...footnotes.map(
      ({ html }): TextPiece => ({ kind: 'footnote', step, parts: paragraphsOf(html).flat() }),
    ),
  ]);
  return [...head, ...ofSteps];
}

/** Letters and digits alone: programs break lines, write lists and mark footnotes in their own ways. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The pieces that a text has not, or not behind those that come before them. */
export function missingPieces(pieces: readonly TextPiece[], text: string): TextPiece[] {
  const whole = letters(text);
  let read = 0;
  return pieces.filter(({ parts }) => {
    let end = read;
    for (const part of parts) {
      const own = letters(part);
      const at = whole.indexOf(own, end);
      if (at < 0) return true;
      end = at + own.length;
    }
    read = end;
    return false;
  });
}

/** How many pieces of each kind there are, in words. */
export function countPieces(pieces: readonly TextPiece[]): string {
  const kinds = [...new Set(pieces.map(({ kind }) => kind))];
  return kinds
    .map((kind) => `${pieces.filter((piece) => piece.kind === kind).length} × ${kind}`)
    .join(', ');
}
