import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { compileStory } from '../compiler/compile-story.ts';
import { formatIssues } from '../core/issue.ts';
import type { Story } from '../core/story.ts';
import { readCatalog } from './catalog.ts';
import { GEO_FOLDER } from './geo-folder.ts';
import { StoryFileError } from './story-file-error.ts';

/** No larger file is read, in bytes: a story has no more characters than fit. */
const MOST_BYTES = 8_000_000;

function readText(file: string): string {
  const fail = (what: string): never => {
    throw new StoryFileError(`${file} ${what}`);
  };
  const bytes = readBytes(file);
  if (!bytes) return fail('cannot be read. Give the path of a story file.');
  if (bytes === 'large') return fail('is too large for a story. Give the path of a text file.');
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return fail('is saved in UTF-16. Save it as UTF-8.');
  if (bytes.includes(0)) return fail('is no text. Give the path of a story file.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('is not saved in UTF-8. Save it as UTF-8.');
  }
}

/** The bytes of a file, `large` where they are too many; `undefined` where they cannot be read. */
function readBytes(file: string): Uint8Array | 'large' | undefined {
  try {
    const info = statSync(file);
    if (!info.isFile()) return undefined;
    return info.size > MOST_BYTES ? 'large' : readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Compiles a story file. Warnings go to `warn`, one line each. Throws {@link StoryFileError} where
 * the file cannot be read or has an error.
 */
export function readStory(file: string, warn: (line: string) => void): Story {
  const text = readText(file);
  const catalog = readCatalog(GEO_FOLDER, dirname(file));
  const { story, issues, more } = compileStory(text, { file, catalog });
  const lines = formatIssues(issues, more);
  if (!story) throw new StoryFileError(lines.join('\n'));
  for (const line of lines) warn(line);
  return story;
}
