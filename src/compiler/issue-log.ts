import type { Issue } from '../core/issue.ts';
import { fillIn, type IssueKind } from './issue-kind.ts';
import { CHART_ISSUES } from './issues-chart.ts';
import { FORM_ISSUES } from './issues-form.ts';
import { PICTURE_ISSUES } from './issues-picture.ts';
import { PROSE_ISSUES } from './issues-prose.ts';
import { STYLE_ISSUES } from './issues-style.ts';
import type { Source } from './source.ts';

/** Every kind of author's mistake, by code: the one table of wording. */
export const ISSUE_KINDS = {
  ...FORM_ISSUES,
  ...PICTURE_ISSUES,
  ...STYLE_ISSUES,
  ...CHART_ISSUES,
  ...PROSE_ISSUES,
} as const;

/** The stable name of a kind of mistake. */
export type IssueCode = keyof typeof ISSUE_KINDS;

/** The words that a mistake's message and hint need. */
export type IssueValues<Code extends IssueCode> = Record<
  keyof (typeof ISSUE_KINDS)[Code]['example'],
  string
>;

/** Where the mistakes of one file are gathered. */
export interface IssueLog {
  /** Adds a mistake at an offset in the source's text. */
  report<Code extends IssueCode>(code: Code, offset: number, values: IssueValues<Code>): void;
  /** What was reported, in the order of the file. */
  list(): Issue[];
}

/** An empty log for a source; `file` is its name as the caller says it. */
export function createIssueLog(source: Source, file: string): IssueLog {
  const issues: Issue[] = [];
  return {
    report(code, offset, values) {
      const kind: IssueKind = ISSUE_KINDS[code];
      const { line, column } = source.position(offset);
      const message = fillIn(kind.message, values);
      const hint = fillIn(kind.hint, values);
      issues.push({ code, severity: kind.severity, file, line, column, message, hint });
    },
    list: () => [...issues].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}
