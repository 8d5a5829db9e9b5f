import type { MarkdownIt, Token } from 'markdown-it';
import type { Catalog } from './catalog.ts';
import type { IssueLog } from './issue-log.ts';
import { isLocalAddress } from './sanitize.ts';

/** What images are checked against. */
export interface ImageContext {
  catalog: Catalog;
  log: IssueLog;
  markdown: MarkdownIt;
}

/** Reports what is wrong with an image that begins at the offset `at`. */
export function checkImage(image: Token, at: number, context: ImageContext): void {
  const { catalog, log, markdown } = context;
  const address = String(image.attrGet('src'));
  if (!isLocalAddress(address)) {
    log.report('remote-image', at, { file: address });
    return;
  }
  const file = markdown.utils.lib.mdurl.decode(address);
  if (catalog.hasFile && !catalog.hasFile(file)) log.report('missing-file', at, { file });
  if (!image.content.trim()) log.report('missing-image-alt', at, { file });
  if (!image.attrGet('credit')) log.report('missing-credit', at, { file });
}
