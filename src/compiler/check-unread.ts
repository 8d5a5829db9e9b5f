import type { Token } from 'markdown-it';
import type { IssueLog } from './issue-log.ts';
import type { Locator } from './locate.ts';

/** An image or a link to a file, as Markdown would have read it but for a space in the name. */
const UNREAD = /(!?)\[([^\][\n]{0,200})\]\(([^()<>"\n]{1,200}\.[a-z0-9]{2,5})\)/gi;

/** Reports images and links that stay text because their file's name has a space in it. */
export function checkUnread(
  token: Token,
  { parent, locate, log }: { parent: Token; locate: Locator; log: IssueLog },
): void {
  for (const [text, mark, words = '', file = ''] of token.content.matchAll(UNREAD)) {
    if (!/\s/.test(file)) continue;
    const name = ['<', file.trim(), '>'].join('');
    const written = `${mark}[${words}](${name})`;
    const values = { what: mark ? 'an image' : 'a link', file: file.trim(), written };
    log.report('unread-address', placeOf(text, parent, locate), values);
  }
}

/** Offset of a text in the lines of a block. */
function placeOf(text: string, { map }: Token, locate: Locator): number {
  const [first, end] = map ?? [0, 0];
  for (let line = first; line < end; line++) {
    const at = locate.lineText(line).indexOf(text);
    if (at >= 0) return locate.line(line) - locate.lineText(line).search(/\S/) + at;
  }
  return locate.line(first);
}
