import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileStory } from '../compiler/compile-story.ts';
import { formatIssues } from '../core/issue.ts';
import type { Story } from '../core/story.ts';
import { readCatalog } from './catalog.ts';

/** Where Legenda's own geography is: the folder `geo` beside `src`. */
export const GEO_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../geo');

/** A story file that could not be compiled; the message has one line for each issue. */
export class StoryFileError extends Error {}

/**
 * Compiles a story file. Warnings go to `warn`, one line each. Throws {@link StoryFileError} where
 * the file cannot be read or has an error.
 */
export function readStory(file: string, warn: (line: string) => void): Story {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new StoryFileError(`${file} cannot be read. Give the path of a story file.`);
  }
  const catalog = readCatalog(GEO_FOLDER, dirname(file));
  const { story, issues, more } = compileStory(text, { file, catalog });
  const lines = formatIssues(issues, more);
  if (!story) throw new StoryFileError(lines.join('\n'));
  for (const line of lines) warn(line);
  return story;
}
