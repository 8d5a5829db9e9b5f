import { lstatSync, type Stats, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { GEO_FOLDER } from './geo-folder.ts';
import { isInside, realPath } from './read-inside.ts';
import { StoryFileError } from './story-file-error.ts';

/** What a command writes, and what it reads. */
export interface Output {
  /** How its name must end, with the point, such as `.pdf`. */
  ending: string;
  /** Paths of the files that the command reads. */
  inputs: readonly string[];
}

function statOf(path: string, stat: typeof statSync | typeof lstatSync): Stats | undefined {
  return stat(path, { throwIfNoEntry: false }) as Stats | undefined;
}

/** True where two paths lead to one file: by a link of either kind, another spelling, or another case. */
function isSame(a: string, b: string): boolean {
  const [first, second] = [statOf(a, statSync), statOf(b, statSync)];
  const isOne = first && second && first.ino === second.ino && first.dev === second.dev;
  return isOne || (realPath(a) ?? resolve(a)) === (realPath(b) ?? resolve(b));
}

/**
 * Throws {@link StoryFileError} where a file may not be written at a path: its name ends otherwise, a
 * folder or a device is there, or it is one of the files that the command reads.
 */
export function mustBeOutput(path: string, { ending, inputs }: Output): void {
  if (!path.toLowerCase().endsWith(ending)) {
    throw new StoryFileError(`"${path}" should end in ${ending}: browsers and programs go by it.`);
  }
  const there = statOf(path, statSync);
  if (there?.isDirectory()) throw new StoryFileError(`${path} is a folder. Name a file in it.`);
  if (there && !there.isFile()) {
    throw new StoryFileError(`${path} is no plain file, and is not written over. Name another.`);
  }
  const input = inputs.find((each) => isSame(each, path));
  if (input === undefined) return;
  throw new StoryFileError(
    `${path} is ${input === path ? 'a file' : `the file ${input}`} that the story is made of, and is not written over. Name another file.`,
  );
}

const failed = (path: string, error: unknown): StoryFileError =>
  new StoryFileError(`${path} cannot be written: ${(error as Error).message}`);

/**
 * Writes a file as a whole or not at all: what was there stays until all of it is written. Makes the
 * folders that are missing. Rejects with {@link StoryFileError}.
 */
export async function writeOutput(path: string, data: string | Uint8Array): Promise<number> {
  const target = realPath(path) ?? resolve(path);
  let folder: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    // Beside it, since a file cannot be moved from one disk to another at once.
    folder = await mkdtemp(join(dirname(target), '.legenda-'));
    const whole = join(folder, basename(target));
    await writeFile(whole, data, { flush: true });
    await rename(whole, target);
  } catch (error) {
    throw failed(path, error);
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
  return Buffer.byteLength(data);
}

/** The nearest folder above a path, or the path itself, that is there. */
function nearestFolder(path: string): string {
  const real = realPath(path);
  return real ?? (dirname(path) === path ? path : nearestFolder(dirname(path)));
}

/** Throws {@link StoryFileError} where a folder may not be written: it has files in it, or is none, or lies in `geo`. */
export async function mustBeNewFolder(folder: string): Promise<void> {
  const there = statOf(folder, statSync) ?? statOf(folder, lstatSync);
  if (there && !there.isDirectory()) {
    throw new StoryFileError(`${folder} is not a folder. Name one that is empty, or a new one.`);
  }
  if (there && (await readdir(folder)).length > 0) {
    throw new StoryFileError(`${folder} is not empty. Name a folder that is, or a new one.`);
  }
  if (isInside(realPath(GEO_FOLDER) ?? GEO_FOLDER, nearestFolder(resolve(folder)))) {
    throw new StoryFileError(
      `${folder} lies in the folder geo, whose files are data of stories. Name another folder.`,
    );
  }
}

/**
 * Writes files into a folder that is new or empty, all or none of them. Gives their size in bytes. Rejects
 * with {@link StoryFileError}.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<number> {
  let made: string | undefined;
  let draft: string | undefined;
  let size = 0;
  try {
    made = await mkdir(folder, { recursive: true });
    draft = await mkdtemp(join(folder, '.legenda-'));
    for (const [name, bytes] of files) {
      await mkdir(dirname(join(draft, name)), { recursive: true });
      await writeFile(join(draft, name), bytes);
      size += bytes.length;
    }
    for (const name of await readdir(draft)) await rename(join(draft, name), join(folder, name));
    made = undefined;
  } catch (error) {
    throw failed(folder, error);
  } finally {
    for (const left of [draft, made]) {
      if (left) await rm(left, { recursive: true, force: true });
    }
  }
  return size;
}
