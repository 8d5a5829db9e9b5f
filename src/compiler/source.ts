/** A text with its lines, so that any offset can be told as line and column. */
export interface Source {
  /** The text, with `\n` as the only line break. */
  text: string;
  /** The lines of `text`, without their breaks. */
  lines: string[];
  /** The offset of the first character of a line, counted from 0; past the end, the text's length. */
  lineStart(line: number): number;
  /** Line and column, both from 1, of an offset in `text`; offsets outside are moved to its ends. */
  position(offset: number): { line: number; column: number };
}

/**
 * A source from what an author saved. A byte order mark is dropped and CRLF becomes LF, neither of
 * which moves a line or a column as editors count them.
 */
export function createSource(raw: string): Source {
  return splitLines(raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
}

/** A source from a text whose only line break is `\n`, as it is. */
export function splitLines(text: string): Source {
  const lines = text.split('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return {
    text,
    lines,
    lineStart: (line) => starts[line] ?? text.length,
    position(at) {
      const inside = Math.max(0, Math.min(at, text.length));
      const line = lastAtOrBefore(starts, inside);
      return { line: line + 1, column: inside - starts[line]! + 1 };
    },
  };
}

/** The index of the last number that is not above `value`, in an ascending list that begins with 0. */
function lastAtOrBefore(ascending: number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
