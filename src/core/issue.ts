/** An author's mistake, as data: where it is, what is wrong, and what to write instead. */
export interface Issue {
  /** A stable name for the kind of mistake, kebab-case, such as `unknown-layer`. */
  code: string;
  /** An `error` stops the story from being built; a `warning` does not. */
  severity: 'error' | 'warning';
  /** The file as the caller named it. */
  file: string;
  /** Line, from 1. */
  line: number;
  /** Column in UTF-16 code units, from 1. */
  column: number;
  /** What is wrong, in one plain sentence that names the thing. */
  message: string;
  /** What to write instead. */
  hint: string;
}

/** An issue as one line of text: `story.md:12:3 error: … (hint)`. */
export function formatIssue(issue: Issue): string {
  const { file, line, column, severity, message, hint } = issue;
  return `${file}:${line}:${column} ${severity}: ${message}${hint ? ` ${hint}` : ''}`;
}

/** Issues as lines of text, one each; where some are not listed, the last line says how many: `and 4,980 more`. */
export function formatIssues(issues: readonly Issue[], more: number): string[] {
  const lines = issues.map(formatIssue);
  return more > 0 ? [...lines, `and ${more.toLocaleString('en')} more`] : lines;
}
