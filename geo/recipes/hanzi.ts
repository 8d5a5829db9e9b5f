import type { Recipe } from '../lib/dataset.ts';
import { lettersOf, namesIn } from '../lib/name-letters.ts';
import { type FontFile, NOTO_SERIF, subset } from '../lib/subset.ts';

/** `atlas/fonts/hanzi`: the Chinese characters of the names, and of the menu that chooses them. */
export const hanzi: Recipe = {
  output: 'atlas/fonts/hanzi.woff2',
  needs: 'npm',
  ...NOTO_SERIF,
  make: () => subset(NOTO_SERIF_SC, lettersOf('Han', namesIn('zh'))),
};

/** Noto Serif for simplified Chinese: 7,333 characters in one file. */
export const NOTO_SERIF_SC: FontFile = {
  name: '@fontsource/noto-serif-sc',
  version: '5.3.0',
  sha256: 'e46d02fdaba2e816c8cdbc38188c80830b5f6af75fff207d0204e25d23d48fd4',
  path: 'files/noto-serif-sc-chinese-simplified-400-normal.woff2',
};
