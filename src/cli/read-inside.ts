import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { nearest } from '../compiler/suggest.ts';

/** Why a file of a folder was not read. */
export type Unread =
  /** There is none; `near` is one that is spelt like it. */
  | { kind: 'missing'; near?: string }
  | { kind: 'link' }
  | { kind: 'large'; size: number }
  /** `reason` stands after "because" or a colon: `it is a folder`. */
  | { kind: 'unreadable'; reason: string };

/** A file of a folder that was read, or why it was not. */
export type InsideFile = { bytes: Buffer } | { unread: Unread };

const unreadable = (reason: string): InsideFile => ({ unread: { kind: 'unreadable', reason } });

/** True for a path that is a folder or lies in it; both real, without links. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The real path of a file or folder, without links and as its disk spells it; `undefined` where there is none. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** A name in the same folder that is meant by one that is not there: in other letters, or misspelt. */
function findNear(path: string): string | undefined {
  try {
    const names = readdirSync(dirname(path)).sort();
    const plain = (name: string): string => name.normalize('NFC').toLowerCase();
    const wanted = basename(path);
    return names.find((name) => plain(name) === plain(wanted)) ?? nearest(wanted, names);
  } catch {
    return undefined;
  }
}

function missing(folder: string, path: string): InsideFile {
  const near = findNear(path);
  const from =
    near &&
    relative(folder, join(dirname(path), near))
      .split(sep)
      .join('/');
  return { unread: { kind: 'missing', ...(from && { near: from }) } };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ENXIO: 'it is not a plain file',
  ELOOP: 'it is a link that leads to itself',
  ENAMETOOLONG: 'its name is too long',
};

/** Where a file of a folder is. */
interface Place {
  /** Real path of the folder. */
  root: string;
  path: string;
  most: number;
}

/** The bytes of an open file, which is the one that lies where it was looked for. */
function readOpen(file: number, { root, path, most }: Place): InsideFile {
  const info = fstatSync(file);
  if (info.isDirectory()) return unreadable('it is a folder');
  if (!info.isFile()) return unreadable('it is not a plain file');
  // After it was opened, so that what is checked is what is read.
  const real = realPath(path);
  if (real === undefined) return unreadable('it was taken away');
  if (!isInside(root, real)) return { unread: { kind: 'link' } };
  const there = statSync(real);
  const isSame = there.ino === info.ino && there.dev === info.dev;
  if (!isSame) return unreadable('it was put in the place of another');
  if (info.size > most) return { unread: { kind: 'large', size: info.size } };
  const bytes = readFileSync(file);
  if (bytes.length > most) return { unread: { kind: 'large', size: bytes.length } };
  return bytes.length === 0 ? unreadable('it is empty') : { bytes };
}

/** True where the disk has the file under a name that differs only in its letters. */
function isOtherCase(root: string, path: string): boolean {
  const real = realPath(path);
  const asked = join(root, relative(root, path));
  const differs = real !== undefined && real !== asked;
  return differs && real.normalize('NFC').toLowerCase() === asked.normalize('NFC').toLowerCase();
}

/**
 * Reads a file below a folder by its path from there: a plain file that is really there, of `most` bytes
 * or fewer, not one that a link brings in from elsewhere. Links that stay in the folder are followed.
 * Does not throw, and does not wait for a pipe.
 */
export function readInside(folder: string, path: string, most: number): InsideFile {
  const root = realPath(folder);
  if (root === undefined) return { unread: { kind: 'missing' } };
  const full = resolve(root, path);
  if (path.includes('\0') || !isInside(root, full)) return { unread: { kind: 'link' } };
  let file: number | undefined;
  try {
    const info = statSync(full);
    // A pipe or a device is not even opened.
    if (!info.isFile() && !info.isDirectory()) return unreadable('it is not a plain file');
    if (isOtherCase(root, full)) return missing(root, full);
    file = openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return readOpen(file, { root, path: full, most });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return missing(root, full);
    return unreadable(REASONS[code] ?? `the system says ${code || (error as Error).message}`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Bytes as people say them: `30 MB`. */
export function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
