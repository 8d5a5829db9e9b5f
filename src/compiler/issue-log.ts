import type { Issue } from '../core/issue.ts';
import { fillIn, type IssueKind } from './issue-kind.ts';
import { CHART_ISSUES } from './issues-chart.ts';
import { DATA_ISSUES } from './issues-data.ts';
import { FILE_ISSUES } from './issues-file.ts';
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
  ...DATA_ISSUES,
  ...PROSE_ISSUES,
  ...FILE_ISSUES,
} as const;

/** The stable name of a kind of mistake. */
export type IssueCode = keyof typeof ISSUE_KINDS;

/** The words that a mistake's message and hint need. */
export type IssueValues<Code extends IssueCode> = Record<
  keyof (typeof ISSUE_KINDS)[Code]['example'],
  string
>;

/** A value, or a way to it that is gone only where the mistake will be listed. */
export type Late<Value> = Value | (() => Value);

/** Where the mistakes of one file are gathered. */
export interface IssueLog {
  /**
   * Adds a mistake at an offset in the source's text. Of one kind of mistake the first
   * {@link MOST_OF_A_KIND} are listed and the others are counted.
   */
  report<Code extends IssueCode>(
    code: Code,
    offset: Late<number>,
    values: { [Name in keyof IssueValues<Code>]: Late<string> },
  ): void;
  /** What is listed, in the order of the file. */
  list(): Issue[];
  /** How many mistakes were reported beside those that are listed. */
  more(): number;
}

/** How many mistakes of one kind are listed: a mistake made throughout a file fills no screens. */
export const MOST_OF_A_KIND = 20;

/** No word of an author's is longer in a message, in characters. */
const LONGEST_WORD = 1000;

function wordOf(value: Late<string>): string {
  const word = typeof value === 'function' ? value() : value;
  return word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word;
}

/** An empty log for a source; `file` is its name as the caller says it. */
export function createIssueLog(source: Source, file: string): IssueLog {
  const issues: Issue[] = [];
  const counts = new Map<IssueCode, number>();
  let more = 0;
  return {
    report(code, offset, values) {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count > MOST_OF_A_KIND) {
        more++;
        return;
      }
      const kind: IssueKind = ISSUE_KINDS[code];
      const { line, column } = source.position(typeof offset === 'function' ? offset() : offset);
      const words = Object.fromEntries(
        Object.entries<Late<string>>(values).map(([name, value]) => [name, wordOf(value)]),
      );
      const message = fillIn(kind.message, words);
      const hint = fillIn(kind.hint, words);
      issues.push({ code, severity: kind.severity, file, line, column, message, hint });
    },
    list: () => [...issues].sort((a, b) => a.line - b.line || a.column - b.column),
    more: () => more,
  };
}
