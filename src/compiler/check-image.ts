import type { MarkdownIt, Token } from 'markdown-it';
import type { FileUse, OpenCatalog } from './catalog.ts';
import type { FileFault } from './file-fault.ts';
import { isFilm } from './file-kinds.ts';
import { findPath } from './file-path.ts';
import type { IssueCode, IssueLog, IssueValues, Late } from './issue-log.ts';
import { isLocalAddress } from './sanitize.ts';

/** What images are checked against. */
export interface ImageContext {
  catalog: OpenCatalog;
  log: IssueLog;
  markdown: MarkdownIt;
}

/** A file that is named at an offset. */
export interface NamedFile {
  use: FileUse;
  at: Late<number>;
  catalog: OpenCatalog;
  log: IssueLog;
}

/** Reports why a file that is named cannot be used. */
export function checkFile(address: string, { use, at, catalog, log }: NamedFile): void {
  if (!catalog.hasFile) return;
  const named = findPath(address, use);
  const found = 'fault' in named ? named.fault : catalog.hasFile(named.path, use);
  if (found === true) return;
  const values = {
    file: 'path' in named ? named.path : address,
    suggestion: 'Check the spelling.',
  };
  const fault: FileFault = found || { code: 'missing-file', values };
  log.report(fault.code as IssueCode, at, fault.values as IssueValues<IssueCode>);
}

/** True for an address of this machine's disk: `file:` or a drive. */
const isOnDisk = (address: string): boolean => /^\s*(?:file|[a-z]):/i.test(address);

/** Reports what is wrong with an image that begins at the offset `at`. */
export function checkImage(image: Token, at: number, context: ImageContext): void {
  const { catalog, log, markdown } = context;
  const address = String(image.attrGet('src'));
  if (!isLocalAddress(address) && !isOnDisk(address)) {
    log.report('remote-image', at, { file: address });
    return;
  }
  const file = markdown.utils.lib.mdurl.decode(address);
  checkFile(address, { use: isFilm(address) ? 'video' : 'picture', at, catalog, log });
  if (!image.content.trim()) log.report('missing-image-alt', at, { file });
  if (!image.attrGet('credit')) log.report('missing-credit', at, { file });
}
