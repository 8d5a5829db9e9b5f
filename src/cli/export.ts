import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { zipSync } from 'fflate';
import { buildStory, type StoryFiles } from './export/build-story.ts';
import { packStory } from './export/single-file.ts';
import { readStory } from './read-story.ts';
import { StoryFileError } from './story-file-error.ts';
import { storySlug } from './story-slug.ts';

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
}

/** Files that are compressed already. */
const PACKED = /\.(woff2?|png|jpe?g|webp|avif|pmtiles)$/;

/** The first day that a zip file can name: the same story gives the same bytes. */
const ZIP_DATE = '1980-01-01T12:00:00';

const HOW =
  'Say what to write: --single-file, --zip, or --folder <folder>; -o story.zip means --zip too.';

function checkFolder(folder: string): void {
  const isTaken = existsSync(folder) && readdirSync(folder).length > 0;
  if (isTaken)
    throw new StoryFileError(`${folder} is not empty. Name a folder that is, or a new one.`);
}

function targetOf({ singleFile, folder, zip, output }: ExportOptions, slug: string): Target {
  const isZip = zip ?? (!singleFile && folder === undefined && output?.endsWith('.zip'));
  const kinds = [singleFile, folder !== undefined, isZip].filter(Boolean);
  if (kinds.length === 0) throw new StoryFileError(HOW);
  if (kinds.length > 1) throw new StoryFileError(`One thing at a time. ${HOW}`);
  if (folder !== undefined) {
    if (output) throw new StoryFileError('--folder says where to write; leave out -o.');
    checkFolder(folder);
    return { kind: 'folder', path: folder };
  }
  const [kind, ending] = singleFile
    ? (['single-file', '.html'] as const)
    : (['zip', '.zip'] as const);
  const path = output ?? `${slug}${ending}`;
  if (path.endsWith(ending)) return { kind, path };
  throw new StoryFileError(`"${path}" should end in ${ending}: browsers and programs go by it.`);
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

async function write(path: string, data: string | Uint8Array): Promise<number> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, data);
  } catch (error) {
    throw new StoryFileError(`${path} cannot be written: ${(error as Error).message}`);
  }
  return Buffer.byteLength(data);
}

async function writeFolder(folder: string, files: StoryFiles): Promise<string> {
  let size = 0;
  for (const [name, bytes] of files) size += await write(join(folder, name), bytes);
  return `${join(folder, sep)} (${files.size} files, ${sizeText(size)})`;
}

/**
 * `legenda export`: writes a story as it is on the site, as one file, a folder or a zip.
 * Answers with what was written and its size. Throws {@link StoryFileError} where the story or an option
 * is wrong, or where it cannot be written.
 */
export async function exportCommand(file: string, options: ExportOptions): Promise<string> {
  const slug = storySlug(file);
  const { kind, path } = targetOf(options, slug);
  // The build says what there is to warn of.
  const story = readStory(file, () => {});
  const files = await buildStory({ slug, file: resolve(file) });
  if (kind === 'folder') return writeFolder(path, files);
  const data = kind === 'zip' ? zipped(files) : await packStory(files, story);
  return `${path} (${sizeText(await write(path, data))})`;
}
