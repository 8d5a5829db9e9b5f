import { Parser } from 'yaml';
import type { IssueLog } from './issue-log.ts';
import type { YamlText } from './yaml-errors.ts';

/** Longest piece of a comment that a message repeats. */
const SHOWN = 24;

/**
 * A comment that was probably meant as text: `#1`, `#ff0000`, or a number after a space. Authors write others
 * with a space after `#`.
 */
const MEANT_AS_TEXT = /^#(?:[^\s#=*-]|\s*\d)/;

interface Comment {
  source: string;
  offset: number;
}

const isComment = (token: object): token is Comment & { type: 'comment' } =>
  'type' in token && token.type === 'comment' && 'offset' in token;

/** All comments of a text, in no order. */
function commentsIn(text: string): Comment[] {
  const found: Comment[] = [];
  const open: unknown[] = [...new Parser().parse(text)];
  for (let token = open.pop(); token !== undefined; token = open.pop()) {
    if (typeof token !== 'object' || token === null) continue;
    if (isComment(token)) found.push(token);
    else for (const part of Object.values(token)) open.push(part);
  }
  return found;
}

/** Warns of each comment that stands after something in its line and looks like a part of it. */
export function reportComments({ text, toFile }: YamlText, log: IssueLog): void {
  if (!text.includes(' #')) return;
  for (const { source, offset } of commentsIn(text)) {
    const before = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
    if (before.trim() === '' || !MEANT_AS_TEXT.test(source)) continue;
    const comment = source.length > SHOWN ? `${source.slice(0, SHOWN)}…` : source;
    log.report('yaml-comment', toFile(offset), { comment });
  }
}
