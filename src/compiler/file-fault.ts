import { fillIn, type IssueKind } from './issue-kind.ts';
import { FILE_ISSUES } from './issues-file.ts';

type Kinds = typeof FILE_ISSUES;

/** Why a file that a story names cannot be used, as data: the words are in the table of issues. */
export type FileFault = {
  [Code in keyof Kinds]: { code: Code; values: Record<keyof Kinds[Code]['example'], string> };
}[keyof Kinds];

/** A fault in words. */
export function describeFileFault({ code, values }: FileFault): string {
  const { message, hint }: IssueKind = FILE_ISSUES[code];
  return `${fillIn(message, values)} ${fillIn(hint, values)}`;
}
