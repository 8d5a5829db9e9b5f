import type { Family } from './family.ts';
import { LOAD_FAMILIES } from './vectors-load.ts';
import { MARKUP_FAMILIES } from './vectors-markup.ts';
import { SCRIPT_FAMILIES } from './vectors-script.ts';
import { TEXT_FAMILIES } from './vectors-text.ts';

/** All attacks, by family. */
export const FAMILIES: readonly Family[] = [
  ...SCRIPT_FAMILIES,
  ...MARKUP_FAMILIES,
  ...LOAD_FAMILIES,
  ...TEXT_FAMILIES,
];

/** All attacks in a row, each once. */
export const VECTORS: readonly string[] = [...new Set(FAMILIES.flatMap(({ vectors }) => vectors))];

/** The first two of each family: a quick choice. */
export const SOME_VECTORS: readonly string[] = [
  ...new Set(FAMILIES.flatMap(({ vectors }) => vectors.slice(0, 2))),
];
