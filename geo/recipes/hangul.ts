import type { Recipe } from '../lib/dataset.ts';
import { lettersOf, namesIn } from '../lib/name-letters.ts';
import { type FontFile, NOTO_SERIF, subset } from '../lib/subset.ts';

/** `atlas/fonts/hangul`: the Korean letters of the names, and of the menu that chooses them. */
export const hangul: Recipe = {
  output: 'atlas/fonts/hangul.woff2',
  needs: 'npm',
  ...NOTO_SERIF,
  make: () => subset(NOTO_SERIF_KR, lettersOf('Hangul', namesIn('ko'))),
};

/** Noto Serif for Korean: all of Hangul in one file. */
export const NOTO_SERIF_KR: FontFile = {
  name: '@fontsource/noto-serif-kr',
  version: '5.3.0',
  sha256: '91d6ecd49679ea3453abc728de768bccf603524830a19bb138a284a0f5f007e5',
  path: 'files/noto-serif-kr-korean-400-normal.woff2',
};
