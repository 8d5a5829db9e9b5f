import type { FileUse } from './catalog.ts';
import { parseFileAddress } from './file-address.ts';
import type { FileFault } from './file-fault.ts';
import { endingsOf, kindOf } from './file-kinds.ts';

/** The uses of files, as messages name them. */
export const USE_NAMES: Readonly<Record<FileUse, string>> = {
  picture: 'a picture',
  video: 'a film',
  download: 'a file to download',
};

/** What a story's page has beside it; a host may take small and large letters for the same. */
const RESERVED =
  /^(?:(?:index\.html|story\.json|oembed\.json|embed\.js|cover(?:\.phone)?\.(?:png|svg))$|(?:still|assets)\/)/i;

/**
 * The path below the story's folder that an address names, where a file of that name may be published
 * for a use; else why not. Whether the file is there is seen on the disk.
 */
export function findPath(address: string, use: FileUse): { path: string } | { fault: FileFault } {
  const place = parseFileAddress(address);
  if (place.kind === 'outside') {
    return { fault: { code: 'file-outside', values: { file: address } } };
  }
  if (place.kind === 'wrong') {
    return { fault: { code: 'file-address', values: { file: address, reason: place.reason } } };
  }
  const { path } = place;
  if (RESERVED.test(path)) return { fault: { code: 'file-reserved', values: { file: path } } };
  if (kindOf(path, use)) return { path };
  const values = { file: path, use: USE_NAMES[use], kinds: endingsOf(use) };
  return { fault: { code: 'file-kind', values } };
}
