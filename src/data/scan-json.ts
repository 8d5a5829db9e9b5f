/** Where a text stops being JSON. */
export interface JsonFault {
  /** Offset in the text. */
  at: number;
  /** What should stand there; `undefined` where it is nested too deeply. */
  needed?: string;
}

type State = 'value' | 'first-value' | 'first-key' | 'key' | 'colon' | 'next' | 'end';

const NEEDED: Readonly<Record<State, string>> = {
  value: 'a value',
  'first-value': 'a value or `]`',
  'first-key': 'a name in double quotation marks or `}`',
  key: 'a name in double quotation marks',
  colon: '`:`',
  next: '`,` or the end of the list or object',
  end: 'the end of the file',
};

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** The end of a match at an offset; -1 where there is none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The offset behind a string that begins at `at`, or what is wrong in it. */
function skipString(text: string, at: number): number | JsonFault {
  for (let i = at + 1; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === 0x22) return i + 1;
    if (sign < 0x20) return { at: i, needed: '`"`, or `\\n` for a line break' };
    if (sign !== 0x5c) continue;
    const end = match(ESCAPE, text, i);
    if (end < 0) return { at: i, needed: 'a known escape such as `\\n`' };
    i = end - 1;
  }
  return { at: text.length, needed: '`"`' };
}

/** What may follow a value, inside what `open` names. */
const after = (open: readonly string[]): State => (open.length > 0 ? 'next' : 'end');

/** One step over a sign of structure: the state behind it, or `undefined` where it may not stand there. */
function step(sign: string, state: State, open: string[]): State | undefined {
  const isValue = state === 'value' || state === 'first-value';
  if (isValue && (sign === '{' || sign === '[')) {
    open.push(sign);
    return sign === '{' ? 'first-key' : 'first-value';
  }
  const inside = open.at(-1);
  const mayClose = state === 'next' || state === (inside === '{' ? 'first-key' : 'first-value');
  if (mayClose && sign === (inside === '{' ? '}' : ']')) {
    open.pop();
    return after(open);
  }
  if (state === 'next' && sign === ',') return inside === '{' ? 'key' : 'value';
  return state === 'colon' && sign === ':' ? 'value' : undefined;
}

/**
 * The first fault of a text that should be JSON (RFC 8259), or `undefined`. `deepest` is how many lists
 * and objects may stand in one another. It goes over the text once and does not call itself.
 */
export function scanJson(text: string, deepest: number): JsonFault | undefined {
  const open: string[] = [];
  let state: State = 'value';
  let at = match(SPACE, text, 0);
  while (at < text.length) {
    const sign = text[at] ?? '';
    const isKey: boolean = state === 'key' || state === 'first-key';
    const isValue: boolean = state === 'value' || state === 'first-value';
    const next: State | undefined = step(sign, state, open);
    let end: number | JsonFault = at + 1;
    if (next) state = next;
    else if (sign === '"' && (isKey || isValue)) {
      end = skipString(text, at);
      state = isKey ? 'colon' : after(open);
    } else {
      end = isValue ? match(SCALAR, text, at) : -1;
      if (end < 0) return { at, needed: NEEDED[state] };
      state = after(open);
    }
    if (typeof end !== 'number') return end;
    if (open.length > deepest) return { at };
    at = match(SPACE, text, end);
  }
  return state === 'end' ? undefined : { at: text.length, needed: NEEDED[state] };
}
