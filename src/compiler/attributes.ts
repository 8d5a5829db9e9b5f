import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

/** Braces that hold more attributes than this are text. */
const MOST_ATTRIBUTES = 32;

/** One of `.class`, `#id`, `key`, `key=value` and `key="a value"`, with the spaces before it. */
const ITEM =
  /\s*(?:([.#])([^\s{}"'=<>`]+)|([a-z_:][\w:.@-]*)(?:=(?:"((?:[^"\\]|\\[\s\S])*)"|([^\s{}"'<>`]+))?)?)(?=[\s}])/iy;
const END = /\s*\}/y;

/** A name and its value; `class` and `id` for `.` and `#`. */
export type Attribute = readonly [name: string, value: string];

/** Attributes in braces, and where they stand. */
export interface Braces {
  /** The `inline` token that they stand in. */
  inline: Token;
  /** Their own token. */
  token: Token;
  attributes: Attribute[];
}

/** What stands between the braces at `start`, and where they end; `undefined` where they are text. */
function readAttributes(
  source: string,
  start: number,
): { attributes: Attribute[]; end: number } | undefined {
  const attributes: Attribute[] = [];
  let at = start + 1;
  while (attributes.length <= MOST_ATTRIBUTES) {
    END.lastIndex = at;
    if (END.test(source)) {
      return attributes.length > 0 ? { attributes, end: END.lastIndex } : undefined;
    }
    ITEM.lastIndex = at;
    const match = ITEM.exec(source);
    if (!match) return undefined;
    const [, sign, short = '', name = '', quoted, plain = ''] = match;
    if (sign) attributes.push([sign === '.' ? 'class' : 'id', short]);
    else attributes.push([name, quoted?.replace(/\\(["\\])/g, '$1') ?? plain]);
    at = ITEM.lastIndex;
  }
  return undefined;
}

/** An inline rule: braces become a token of their own, whatever they will turn out to belong to. */
function attributesRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false;
  const found = readAttributes(state.src, state.pos);
  if (!found || found.end > state.posMax) return false;
  if (!silent) {
    const token = state.push('attributes', '', 0);
    token.content = state.src.slice(state.pos, found.end);
    token.meta = { attributes: found.attributes };
  }
  state.pos = found.end;
  return true;
}

/** Gives a token the attributes of braces; those that Markdown wrote itself stay, such as a link's address. */
function give(to: Token | undefined, { inline, token }: Written, env: Env): boolean {
  if (!to) return false;
  const attributes = token.meta?.attributes as Attribute[];
  for (const [name, value] of attributes) {
    if (name === 'class') to.attrJoin(name, value);
    else if (to.attrIndex(name) < 0) to.attrPush([name, value]);
  }
  const known = env.braces.get(to) ?? [];
  known.push({ inline, token, attributes });
  env.braces.set(to, known);
  return true;
}

type Written = Omit<Braces, 'attributes'>;

/** What parsing leaves beside its tokens. */
interface Env {
  braces: Map<Token, Braces[]>;
}

/** Gives braces that follow directly on something inside a line to it: `*em*{.a}`, `![](b.jpg){credit="c"}`. */
function giveInLine(inline: Token, env: Env): Token[] {
  const open: Token[] = [];
  let target: Token | undefined;
  return inline.children!.filter((child) => {
    if (child.type === 'attributes') return !give(target, { inline, token: child }, env);
    if (child.type === 'text' && child.content === '') return true;
    target = ['image', 'code_inline'].includes(child.type) ? child : undefined;
    if (child.nesting === 1) open.push(child);
    else if (child.nesting === -1) target = open.pop();
    return true;
  });
}

const isBlank = ({ type, content }: Token): boolean => type === 'text' && content.trim() === '';

/** The braces that end a block, taken out of its content; `undefined` where it does not end with any. */
function takeLast(inline: Token): { attributes: Token; onOwnLine: boolean } | undefined {
  const children = inline.children!;
  const last = children.findLastIndex((child) => !isBlank(child));
  const attributes = children[last];
  if (attributes?.type !== 'attributes') return undefined;
  const before = children[last - 1];
  const onOwnLine = before?.type === 'softbreak';
  children.splice(onOwnLine ? last - 1 : last);
  if (before?.type === 'text') before.content = before.content.replace(/ $/, '');
  return { attributes, onOwnLine };
}

/** Where the walk through the blocks of a text is. */
interface Walk {
  env: Env;
  open: Token[];
  /** The block that was closed by the token before. */
  closed: Token | undefined;
}

/** How many blocks end right after the token at `index`. */
function countClosing(tokens: Token[], index: number): number {
  let end = index + 1;
  while (tokens[end]?.nesting === -1) end++;
  return end - index - 1;
}

/**
 * Gives braces at the end of a block to it: to the heading, paragraph, cell or item. On a line of their
 * own they belong to the list, or to the outermost block that ends there.
 */
function giveToBlock(tokens: Token[], index: number, { open, env }: Walk): void {
  const inline = tokens[index]!;
  const found = takeLast(inline);
  if (!found) return;
  const before = tokens[index - 2];
  const item = before?.type === 'list_item_open' ? before : undefined;
  const ending = open.at(-countClosing(tokens, index));
  const list = open.at(-3);
  const own = item ?? open.at(-1);
  const to = found.onOwnLine ? ((item && list) ?? ending) : own;
  give(to, { inline, token: found.attributes }, env);
}

const CLOSED = ['table_close', 'bullet_list_close', 'ordered_list_close'];

/** True for a paragraph after a table or a list that holds nothing but braces for that. */
function isForBlockBefore(tokens: Token[], index: number): boolean {
  if (!CLOSED.includes(tokens[index - 1]?.type ?? '')) return false;
  if (tokens[index]!.type !== 'paragraph_open') return false;
  return tokens[index + 1]?.children?.filter((child) => !isBlank(child)).length === 1;
}

/** A core rule: gives all braces to what they belong to. What they do not belong to keeps them as text. */
function attributesCore(state: StateCore): void {
  const { tokens } = state;
  const walk: Walk = { env: state.env as unknown as Env, open: [], closed: undefined };
  const dropped = new Set<Token>();
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'inline') token.children = giveInLine(token, walk.env);
    if (isForBlockBefore(tokens, index)) {
      const [only] = tokens[index + 1]!.children!.filter((child) => !isBlank(child));
      const inline = tokens[index + 1]!;
      if (only?.type === 'attributes' && give(walk.closed, { inline, token: only }, walk.env)) {
        for (const part of tokens.slice(index, index + 3)) dropped.add(part);
      }
    }
    if (token.type === 'inline' && !dropped.has(token)) giveToBlock(tokens, index, walk);
    if (token.nesting === 1) walk.open.push(token);
    else if (token.nesting === -1) walk.closed = walk.open.pop();
    for (const child of token.children ?? []) {
      if (child.type === 'attributes') child.type = 'text';
    }
  }
  if (dropped.size > 0) state.tokens = tokens.filter((token) => !dropped.has(token));
}

/**
 * Attributes in braces, in time that grows with the text alone: after something inside a line, at the
 * end of a block, or on a line of their own under a list, a table or a paragraph.
 */
export function attributes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('entity', 'attributes', attributesRule);
  markdown.core.ruler.after('inline', 'attributes', attributesCore);
}
