/** A stretch of a TypeScript source that is not code. */
export interface Span {
  kind: 'comment' | 'string' | 'regex';
  /** Offset of its first character. */
  start: number;
  /** Offset after its last character. */
  end: number;
}

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const STRING = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
/** From a template's start, or from the end of a `${…}` in it, to its end or its next `${`. */
const TEMPLATE = /[`}](?:\\[\s\S]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/y;

/** What stands before a slash where it opens a regular expression rather than divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void))\s*$/;

function endOf(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

/** The open templates: for each, how many braces are open in the `${` that is being read. */
type Templates = number[];

function templateEnd(source: string, at: number, templates: Templates): number | undefined {
  const closesHole = source[at] === '}' && templates.at(-1) === 0;
  if (source[at] !== '`' && !closesHole) return undefined;
  const end = endOf(TEMPLATE, source, at);
  if (end === undefined) return undefined;
  if (closesHole) templates.pop();
  if (source[end - 1] === '{') templates.push(0);
  return end;
}

function spanAt(source: string, at: number, templates: Templates): Span | undefined {
  const character = source[at] ?? '';
  if (!'/\'"`}'.includes(character)) return undefined;
  const comment = endOf(COMMENT, source, at);
  if (comment !== undefined) return { kind: 'comment', start: at, end: comment };
  const string = endOf(STRING, source, at) ?? templateEnd(source, at, templates);
  if (string !== undefined) return { kind: 'string', start: at, end: string };
  const before = source.slice(Math.max(0, at - 40), at);
  const regex = BEFORE_REGEX.test(before) ? endOf(REGEX, source, at) : undefined;
  return regex === undefined ? undefined : { kind: 'regex', start: at, end: regex };
}

function countBrace(character: string | undefined, templates: Templates): void {
  const last = templates.length - 1;
  if (last < 0) return;
  if (character === '{') templates[last] = (templates[last] ?? 0) + 1;
  if (character === '}') templates[last] = (templates[last] ?? 0) - 1;
}

/**
 * The comments, strings and regular expressions of a source, in order. What stands in the `${…}` of
 * a template is code and so belongs to no span. A scan, not a parse: good enough for formatted code.
 */
export function findSpans(source: string): Span[] {
  const spans: Span[] = [];
  const templates: Templates = [];
  let at = 0;
  while (at < source.length) {
    const span = spanAt(source, at, templates);
    if (span) spans.push(span);
    else countBrace(source[at], templates);
    at = span ? span.end : at + 1;
  }
  return spans;
}

/** The source with some of its spans turned to spaces; line ends and offsets stay as they are. */
export function blank(source: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += source.slice(at, start) + source.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result + source.slice(at);
}
