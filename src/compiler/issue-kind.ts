/** One kind of author's mistake: its gravity and its wording, with `{name}` for what varies. */
export interface IssueKind<Name extends string = string> {
  /** An `error` stops the story from being built; a `warning` does not. */
  severity: 'error' | 'warning';
  /** What is wrong, in one plain sentence. */
  message: string;
  /** What to write instead. */
  hint: string;
  /** A value for each `{name}`, as the documentation shows it. */
  example: Record<Name, string>;
}

/** A kind of mistake that stops the story from being built. */
export function error<const Example extends Record<string, string>>(
  message: string,
  hint: string,
  example: Example,
): IssueKind<Extract<keyof Example, string>> {
  return { severity: 'error', message, hint, example };
}

/** A kind of mistake that the story can be built with. */
export function warning<const Example extends Record<string, string>>(
  message: string,
  hint: string,
  example: Example,
): IssueKind<Extract<keyof Example, string>> {
  return { severity: 'warning', message, hint, example };
}

/** A text with each `{name}` replaced by its value. */
export function fillIn(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
