import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeFileFault } from '../compiler/file-fault.ts';
import { findPath } from '../compiler/file-path.ts';
import { filesInHtml, type NamedInHtml } from '../compiler/html-files.ts';
import type { Story } from '../core/story.ts';
import { readStoryFile, type StoryFile } from './read-story-file.ts';
import { StoryFileError } from './story-file-error.ts';

/** The files beside a story that its text shows or links to, each once. */
export function namedFiles({ steps }: Story): NamedInHtml[] {
  const texts = steps.flatMap(({ html, notes, footnotes }) => [
    html,
    notes,
    ...footnotes.map((note) => note.html),
  ]);
  const named = texts.flatMap(filesInHtml);
  return [...new Map(named.map((each) => [`${each.use} ${each.address}`, each])).values()];
}

/** Paths of the files that a story is made of: its own, those that its text names, and the tables beside it. */
export function listInputs(file: string, story: Story): string[] {
  const folder = dirname(file);
  const named = namedFiles(story).flatMap(({ address, use }) => {
    const found = findPath(address, use);
    return 'path' in found ? [join(folder, found.path)] : [];
  });
  const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return [file, ...named, ...tables.map((name) => join(folder, name))];
}

/**
 * Reads the files that are published with a story, each once: what is checked here is what is written. Throws
 * {@link StoryFileError} where one may not be used, which a check of the story says before.
 */
export function readStoryFiles(story: Story, folder: string): StoryFile[] {
  const read = namedFiles(story).map(({ address, use }) => readStoryFile(folder, address, use));
  const faults = read.flatMap((each) => ('fault' in each ? [describeFileFault(each.fault)] : []));
  if (faults.length > 0) throw new StoryFileError(faults.join('\n'));
  const files = read.flatMap((each) => ('file' in each ? [each.file] : []));
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
