import type { FileUse } from '../compiler/catalog.ts';
import type { FileFault } from '../compiler/file-fault.ts';
import { isOfKind, kindOf } from '../compiler/file-kinds.ts';
import { findPath, USE_NAMES } from '../compiler/file-path.ts';
import { readInside, sizeText, type Unread } from './read-inside.ts';

/** A file beside a story that may be published, as it was read and checked. */
export interface StoryFile {
  /** Path from the story's folder, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** The most bytes that a file of a use may have. */
const MOST: Readonly<Record<FileUse, number>> = {
  picture: 20e6,
  video: 200e6,
  download: 100e6,
};

function toFault(file: string, unread: Unread, use: FileUse): FileFault {
  if (unread.kind === 'missing') {
    const suggestion = unread.near ? `Did you mean \`${unread.near}\`?` : 'Check the spelling.';
    return { code: 'missing-file', values: { file, suggestion } };
  }
  if (unread.kind === 'link') return { code: 'file-link', values: { file } };
  if (unread.kind === 'unreadable') {
    return { code: 'file-unreadable', values: { file, reason: unread.reason } };
  }
  const words = { size: sizeText(unread.size), use: USE_NAMES[use], most: sizeText(MOST[use]) };
  return { code: 'file-too-large', values: { file, ...words } };
}

/** The file at a path below a story's folder, read and checked for a use. Does not throw. */
export function readStoryPath(
  folder: string,
  path: string,
  use: FileUse,
): { file: StoryFile } | { fault: FileFault } {
  const read = readInside(folder, path, MOST[use]);
  if ('unread' in read) return { fault: toFault(path, read.unread, use) };
  const kind = kindOf(path, use);
  if (!kind || !isOfKind(read.bytes, kind)) {
    return { fault: { code: 'file-content', values: { file: path, kind: kind?.name ?? use } } };
  }
  const what = kind.flaw?.(read.bytes);
  if (what) return { fault: { code: 'file-svg', values: { file: path, what } } };
  return { file: { path, bytes: read.bytes } };
}

/**
 * Reads the file that a story in `folder` names by `address`, for a use: the one way from a name in a
 * story to a file. Gives what was read, checked by name and content, or why it may not be used. Does
 * not throw.
 */
export function readStoryFile(
  folder: string,
  address: string,
  use: FileUse,
): { file: StoryFile } | { fault: FileFault } {
  const named = findPath(address, use);
  return 'fault' in named ? named : readStoryPath(folder, named.path, use);
}
