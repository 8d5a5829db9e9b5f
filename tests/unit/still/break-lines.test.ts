import { expect, test } from 'vitest';
import { breakLines } from '../../../src/still/break-lines.ts';

/** The lines of a text in which every character is half an em wide. */
function linesOf(text: string, maxWidth: number): string[] {
  const characters = [...text];
  const ends = breakLines(
    characters.map((character) => ({ character, advance: 0.5 })),
    maxWidth,
  );
  return ends.map((end, at) =>
    characters
      .slice(ends[at - 1] ?? 0, end)
      .join('')
      .trim(),
  );
}

test('a text that fits stays in one line', () => {
  expect(linesOf('SEA OF JAPAN', 9)).toEqual(['SEA OF JAPAN']);
});

test('a longer one is broken into lines of about the same width', () => {
  expect(linesOf('UNION OF SOVIET SOCIALIST REPUBLICS', 9)).toEqual([
    'UNION OF SOVIET',
    'SOCIALIST REPUBLICS',
  ]);
});

test('a newline ends a line, however short it is', () => {
  expect(linesOf('XX\nKPA 6th Division', 14)).toEqual(['XX', 'KPA 6th Division']);
});

test('a word is never broken, but a hyphen may end a line', () => {
  expect(linesOf('Ch’angdanghyonnamdaeri', 4)).toEqual(['Ch’angdanghyonnamdaeri']);
  expect(linesOf('P’ohang-dong', 4)).toEqual(['P’ohang-', 'dong']);
});

test('Chinese may be broken between any two characters', () => {
  expect(linesOf('苏维埃社会主义', 2)).toEqual(['苏维埃社', '会主义']);
});
