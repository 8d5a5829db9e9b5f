import { join, resolve, sep } from 'node:path';
import { zipSync } from 'fflate';
import { buildStory, type StoryFiles } from './export/build-story.ts';
import { packStory } from './export/single-file.ts';
import { readStory } from './read-story.ts';
import { StoryFileError } from './story-file-error.ts';
import { listInputs } from './story-files.ts';
import { storySlug } from './story-slug.ts';
import { mustBeNewFolder, mustBeOutput, writeFolder, writeOutput } from './write-output.ts';

/** Options of `legenda export`, as typed. */
export interface ExportOptions {
  singleFile?: boolean;
  folder?: string;
  zip?: boolean;
  output?: string;
}

/** What is to be written, and where. */
interface Target {
  kind: 'single-file' | 'folder' | 'zip';
  path: string;
  /** How the file's name must end; absent for a folder. */
  ending?: string;
}

/** Files that are compressed already. */
const PACKED = /\.(woff2?|png|jpe?g|webp|avif|pmtiles)$/;

/** The first day that a zip file can name: the same story gives the same bytes. */
const ZIP_DATE = '1980-01-01T12:00:00';

const HOW =
  'Say what to write: --single-file, --zip, or --folder <folder>; -o story.zip means --zip too.';

function targetOf({ singleFile, folder, zip, output }: ExportOptions, slug: string): Target {
  const isZip =
    zip ?? (!singleFile && folder === undefined && output?.toLowerCase().endsWith('.zip'));
  const kinds = [singleFile, folder !== undefined, isZip].filter(Boolean);
  if (kinds.length === 0) throw new StoryFileError(HOW);
  if (kinds.length > 1) throw new StoryFileError(`One thing at a time. ${HOW}`);
  if (folder !== undefined) {
    if (output) throw new StoryFileError('--folder says where to write; leave out -o.');
    return { kind: 'folder', path: folder };
  }
  const [kind, ending] = singleFile
    ? (['single-file', '.html'] as const)
    : (['zip', '.zip'] as const);
  return { kind, path: output ?? `${slug}${ending}`, ending };
}

function zipped(files: StoryFiles): Uint8Array {
  const entries = [...files].map(([name, bytes]) => {
    const level = PACKED.test(name) ? 0 : 9;
    return [name, [bytes, { level, mtime: ZIP_DATE }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}

/** Megabytes of a million bytes. */
const sizeText = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/**
 * `legenda export`: writes a story as it is on the site, as one file, a folder or a zip.
 * Answers with what was written and its size. Throws {@link StoryFileError} where the story or an option
 * is wrong, or where it cannot be written.
 */
export async function exportCommand(file: string, options: ExportOptions): Promise<string> {
  const slug = storySlug(file);
  const { kind, path, ending } = targetOf(options, slug);
  // Building takes long: what cannot be written is said before.
  if (ending) mustBeOutput(path, { ending, inputs: [file] });
  else await mustBeNewFolder(path);
  // The build says what there is to warn of.
  const story = readStory(file, () => {});
  if (ending) mustBeOutput(path, { ending, inputs: listInputs(file, story) });
  const files = await buildStory({ slug, file: resolve(file) });
  if (kind === 'folder') {
    const size = await writeFolder(path, files);
    return `${join(path, sep)} (${files.size} files, ${sizeText(size)})`;
  }
  const data = kind === 'zip' ? zipped(files) : await packStory(files, story);
  return `${path} (${sizeText(await writeOutput(path, data))})`;
}
