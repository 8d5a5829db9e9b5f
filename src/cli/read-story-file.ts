import type { FileUse } from '../compiler/catalog.ts';
import { parseFileAddress } from '../compiler/file-address.ts';
import type { FileFault } from '../compiler/file-fault.ts';
import { endingsOf, isOfKind, kindOf } from '../compiler/file-kinds.ts';
import { readInside, sizeText, type Unread } from './read-inside.ts';

/** A file beside a story that may be published, as it was read and checked. */
export interface StoryFile {
  /** Path from the story's folder, with `/`. */
  path: string;
  bytes: Uint8Array;
}

/** What a story's page has beside it; a host may take small and large letters for the same. */
const RESERVED =
  /^(?:(?:index\.html|story\.json|oembed\.json|embed\.js|cover(?:\.phone)?\.(?:png|svg))$|(?:still|assets)\/)/i;

/** The most bytes that a file of a use may have. */
const MOST: Readonly<Record<FileUse, number>> = {
  picture: 20e6,
  video: 200e6,
  download: 100e6,
};

const NAMES: Readonly<Record<FileUse, string>> = {
  picture: 'a picture',
  video: 'a film',
  download: 'a file to download',
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
  const words = { size: sizeText(unread.size), use: NAMES[use], most: sizeText(MOST[use]) };
  return { code: 'file-too-large', values: { file, ...words } };
}

/**
 * Reads the file that a story in `folder` names by `address`, for a use: the one way from a name in a
 * story to a file. Gives what was read, checked by ending and content, or why it may not be used. Does
 * not throw.
 */
export function readStoryFile(
  folder: string,
  address: string,
  use: FileUse,
): { file: StoryFile } | { fault: FileFault } {
  const place = parseFileAddress(address);
  if (place.kind === 'outside')
    return { fault: { code: 'file-outside', values: { file: address } } };
  if (place.kind === 'wrong') {
    return { fault: { code: 'file-address', values: { file: address, reason: place.reason } } };
  }
  const { path } = place;
  if (RESERVED.test(path)) return { fault: { code: 'file-reserved', values: { file: path } } };
  const kind = kindOf(path, use);
  if (!kind) {
    const values = { file: path, use: NAMES[use], kinds: endingsOf(use) };
    return { fault: { code: 'file-kind', values } };
  }
  const read = readInside(folder, path, MOST[use]);
  if ('unread' in read) return { fault: toFault(path, read.unread, use) };
  if (!isOfKind(read.bytes, kind)) {
    return { fault: { code: 'file-content', values: { file: path, kind: kind.name } } };
  }
  const what = kind.flaw?.(read.bytes);
  if (what) return { fault: { code: 'file-svg', values: { file: path, what } } };
  return { file: { path, bytes: read.bytes } };
}
