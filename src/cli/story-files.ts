import { describeFileFault } from '../compiler/file-fault.ts';
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
