import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Recipe } from '../lib/dataset.ts';
import { GEO } from '../lib/inputs.ts';
import { allNames } from '../lib/name-letters.ts';
import { type Outline, outlinesOf } from '../lib/outlines.ts';

/** Units of an em in `atlas/glyphs.json`. */
const EM = 128;

/** The files of each face of the atlas. Korean and Chinese letters stand once, in the regular face. */
const FACES = {
  'Atlas Regular': ['latin-400-normal', 'latin-ext-400-normal', 'cyrillic-400-normal'],
  'Atlas Italic': ['latin-400-italic', 'latin-ext-400-italic', 'cyrillic-400-italic'],
  'Atlas Bold': ['latin-700-normal', 'latin-ext-700-normal', 'cyrillic-700-normal'],
} as const;

const NAMES_ONLY = ['atlas/fonts/hangul.woff2', 'atlas/fonts/hanzi.woff2'];

/**
 * `atlas/glyphs`: outlines of the letters with which stills write names: all that the Latin files
 * have, and of other scripts those in names and in their capitals.
 */
export const glyphs: Recipe = {
  output: 'atlas/glyphs.json',
  needs: 'repository',
  licence: 'OFL-1.1',
  credit:
    'Old Standard, © 2011 The Old Standard Project Authors; Noto Serif, © 2017-2024 Adobe (SIL Open Font License 1.1)',
  make: async () => new TextEncoder().encode(format(await makeFaces())),
};

const { resolve } = createRequire(import.meta.url);

function readFont(name: string): Uint8Array {
  const path = `@fontsource/old-standard-tt/files/old-standard-tt-${name}.woff2`;
  return readFileSync(name.startsWith('atlas/') ? new URL(name, GEO) : resolve(path));
}

async function makeFaces(): Promise<[face: string, letters: [string, Outline][]][]> {
  const names = allNames().join('');
  const inNames = new Set(names + names.toUpperCase());
  const faces: [string, [string, Outline][]][] = [];
  for (const [face, files] of Object.entries(FACES)) {
    const letters = new Map<string, Outline>();
    for (const file of face === 'Atlas Regular' ? [...files, ...NAMES_ONLY] : files) {
      const isWanted = (letter: string) =>
        !letters.has(letter) && (isLatin(file) ? isPrinted(letter) : inNames.has(letter));
      for (const [letter, outline] of await outlinesOf(readFont(file), EM, isWanted)) {
        letters.set(letter, outline);
      }
    }
    faces.push([face, [...letters]]);
  }
  return faces;
}

const isPrinted = (letter: string): boolean => !/\p{Cc}/u.test(letter);
const isLatin = (file: string): boolean => /^latin-\d/.test(file);

/** One letter a line, so that a change of one is a change of one line. */
function format(faces: Awaited<ReturnType<typeof makeFaces>>): string {
  const head = JSON.stringify({ licence: glyphs.licence, credit: glyphs.credit, em: EM });
  const parts = faces.map(([face, letters]) => {
    const lines = letters.map((entry) => entry.map((part) => JSON.stringify(part)).join(':'));
    return `${JSON.stringify(face)}:{\n${lines.join(',\n')}\n}`;
  });
  return `${head.slice(0, -1)},\n"faces":{\n${parts.join(',\n')}\n}}\n`;
}
