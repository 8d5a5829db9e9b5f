import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importCycles } from '../scripts/architecture/cycles.ts';
import { undocumentedExports } from '../scripts/architecture/doc-comments.ts';
import {
  anyTypes,
  enums,
  longFiles,
  MAX_MEDIAN_LINES,
  medianLines,
  moduleState,
  oddNames,
  patternReplacements,
  remoteUrls,
  timeouts,
} from '../scripts/architecture/house-rules.ts';
import { forbiddenImports, strayScrollama } from '../scripts/architecture/layers.ts';
import {
  markupSinks,
  openHoles,
  trustedTexts,
  unescapedMarkup,
} from '../scripts/architecture/markup.ts';
import { readSources, sourceFile } from '../scripts/architecture/source-file.ts';
import { ROOT } from '../scripts/packages.ts';

const FILES = readSources(ROOT, ['src', 'geo']);

describe('the source', () => {
  test('is there to be read', () => {
    expect(FILES.map(({ path }) => path)).toContain('src/core/story.ts');
  });

  test('imports only what its folder may import', () => {
    expect(forbiddenImports(FILES)).toEqual([]);
  });

  test('has no circles of imports', () => {
    expect(importCycles(FILES)).toEqual([]);
  });

  test('knows scrollama in the scroll driver only', () => {
    expect(strayScrollama(FILES)).toEqual([]);
  });

  test('has no file of more than 250 lines', () => {
    expect(longFiles(FILES)).toEqual([]);
  });

  test('has short files: half of them at most 100 lines', () => {
    const median = medianLines(FILES);
    console.log(`${FILES.length} source files, median length ${median} lines`);
    expect(median).toBeLessThanOrEqual(MAX_MEDIAN_LINES);
  });

  test('has a doc comment on every export', () => {
    expect(undocumentedExports(FILES)).toEqual([]);
  });

  test('never uses the type any', () => {
    expect(anyTypes(FILES)).toEqual([]);
  });

  test('never declares an enum', () => {
    expect(enums(FILES)).toEqual([]);
  });

  test('keeps no mutable state in a module', () => {
    expect(moduleState(FILES)).toEqual([]);
  });

  test('never orders things by setTimeout', () => {
    expect(timeouts(FILES)).toEqual([]);
  });

  test('replaces in texts by functions or by what is written out', () => {
    const config = sourceFile('vite.config.ts', readFileSync(`${ROOT}vite.config.ts`, 'utf8'));
    const all = [...FILES, ...readSources(ROOT, ['scripts']), config];
    expect(patternReplacements(all)).toEqual([]);
  });

  test('names no other host', () => {
    expect(remoteUrls(FILES)).toEqual([]);
  });

  test('writes no element but by the tag that escapes', () => {
    expect(unescapedMarkup(FILES)).toEqual([]);
    expect(openHoles(FILES)).toEqual([]);
  });

  test('takes a text as markup only where a reason is listed', () => {
    expect(trustedTexts(FILES)).toEqual([]);
    expect(markupSinks(FILES)).toEqual([]);
  });

  test('has kebab-case file names', () => {
    expect(oddNames(FILES)).toEqual([]);
  });
});
