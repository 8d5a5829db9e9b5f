import { readFileSync } from 'node:fs';
import { GEO } from '../../geo/lib/inputs.ts';
import type { Kit } from '../../src/still/draw-text.ts';
import { createSheet } from '../../src/still/sheet.ts';
import type { Glyphs } from '../../src/still/still-atlas.ts';

/** The outlines of the atlas's letters. */
export const glyphs: Glyphs = JSON.parse(readFileSync(new URL('atlas/glyphs.json', GEO), 'utf8'));

/** What texts are drawn with: an empty sheet with plain colours, whose ids begin with `prefix`. */
export const createKit = (prefix = 'a-'): Kit => ({
  glyphs,
  sheet: createSheet({ prefix, plain: true }),
});
