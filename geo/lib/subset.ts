import subsetFont from 'subset-font';
import { type NpmPackage, readPacked } from './npm-package.ts';

/** A font's file in an npm package. */
export interface FontFile extends NpmPackage {
  /** Its path in the package. */
  path: string;
}

/** Licence and credit of the letters of Noto Serif. */
export const NOTO_SERIF = {
  licence: 'OFL-1.1',
  credit: 'Noto Serif, © 2017-2024 Adobe (SIL Open Font License 1.1)',
} as const;

/** A font file of no more than the letters given: WOFF2, without hints and features. */
export async function subset(font: FontFile, letters: string): Promise<Uint8Array> {
  const made = await subsetFont(readPacked(font, font.path), letters, {
    targetFormat: 'woff2',
    keepFeatures: [],
    noHinting: true,
  });
  return new Uint8Array(made);
}
