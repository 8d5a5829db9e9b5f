import type { MarkdownIt, Token } from 'markdown-it';
import type { IssueLog } from './issue-log.ts';
import { createLocator, type Locator } from './locate.ts';
import { containerName, createMarkdown, createProseEnv, type ProseEnv } from './markdown.ts';
import type { Source } from './source.ts';
import type { Lines, StoryParts } from './split-story.ts';

/** The text of one footnote. */
export interface Definition {
  tokens: Token[];
  /** Offset of its `[^id]:` in the file. */
  at: number;
  /** The footnotes that it refers to, each once. */
  refers: string[];
}

/** The labels of all footnotes that tokens refer to, in order, as often as they do. */
export function references(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    const own = token.type === 'footnote_ref' ? [String(token.meta?.label)] : [];
    return [...own, ...references(token.children ?? [])];
  });
}

/** One parsed piece of the file: a step, or what stands before the first. */
export interface Piece {
  /** Everything, in order, except the texts of footnotes. */
  tokens: Token[];
  locate: Locator;
}

/** All the Markdown of a file. */
export interface Prose {
  markdown: MarkdownIt;
  env: ProseEnv;
  preamble: Piece;
  steps: Piece[];
  /** The texts of the footnotes, by label, wherever they stand. */
  definitions: Map<string, Definition>;
  /** The pieces that footnote texts stand in, for telling where their contents are. */
  footnotes: Piece[];
}

/** Parses all pieces of a file; footnotes and link references may be defined in any of them. */
export function parseProse(source: Source, parts: StoryParts, log: IssueLog): Prose {
  const markdown = createMarkdown();
  const env = createProseEnv();
  const textOf = ({ start, end }: Lines) => source.lines.slice(start, end).join('\n');
  // The first pass learns what is defined anywhere; the second can then refer to it from anywhere.
  for (const lines of [parts.preamble, ...parts.steps]) markdown.parse(textOf(lines), env);
  env.positions.clear();
  env.braces.clear();

  const definitions = new Map<string, Definition>();
  const footnotes: Piece[] = [];
  const piece = (lines: Lines): Piece => {
    const locate = createLocator(source, lines.start, env);
    const split = splitDefinitions(markdown.parse(textOf(lines), env));
    const marks = split.definitions.length > 0 ? findMarks(locate, lines) : new Map();
    for (const { label, tokens, times } of split.definitions) {
      const at = marks.get(label)?.[times] ?? locate.line(0);
      const earlier = definitions.get(label);
      if (earlier) {
        const line = String(source.position(earlier.at).line);
        log.report('duplicate-footnote', at, { id: label, line });
      } else {
        definitions.set(label, { tokens, at, refers: [...new Set(references(tokens))] });
        if (!/^[\p{L}\p{N}_-]+$/u.test(label)) log.report('bad-footnote-id', at, { id: label });
      }
      footnotes.push({ tokens, locate });
    }
    return { tokens: split.rest, locate };
  };
  const preamble = piece(parts.preamble);
  const steps = parts.steps.map(piece);
  return { markdown, env, preamble, steps, definitions, footnotes };
}

interface FoundDefinition {
  label: string;
  tokens: Token[];
  /** How many texts of this name came before it in the piece. */
  times: number;
}

function splitDefinitions(tokens: Token[]): { definitions: FoundDefinition[]; rest: Token[] } {
  const definitions: FoundDefinition[] = [];
  const open: FoundDefinition[] = [];
  const counts = new Map<string, number>();
  const rest: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      const label = String(token.meta?.label);
      const times = counts.get(label) ?? 0;
      counts.set(label, times + 1);
      const definition = { label, tokens: [], times };
      definitions.push(definition);
      open.push(definition);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else (open.at(-1)?.tokens ?? rest).push(token);
  }
  return { definitions, rest };
}

/** What may stand before a footnote's text begins: signs of quotations and lists. */
const DEFINITION = /^[\s>*+-]*(?=\[\^([^\]]*)\]:)/;

/** The offsets of the lines in a piece that begin a footnote's text, by its label. */
function findMarks(locate: Locator, { start, end }: Lines): Map<string, number[]> {
  const marks = new Map<string, number[]>();
  for (let line = 0; line < end - start; line++) {
    const text = locate.lineText(line);
    const [before, label] = DEFINITION.exec(text) ?? [];
    if (before === undefined || label === undefined) continue;
    const at = locate.line(line) - text.search(/\S/) + before.length;
    const known = marks.get(label) ?? [];
    known.push(at);
    marks.set(label, known);
  }
  return marks;
}

/** Prose without its teacher's notes, and the notes. */
export function splitNotes(tokens: Token[]): { body: Token[]; notes: Token[] } {
  const body: Token[] = [];
  const notes: Token[] = [];
  // The names of the containers that are open here, from the outermost on.
  const open: string[] = [];
  for (const token of tokens) {
    const isContainer = token.type.startsWith('container_block_');
    const name = isContainer && token.nesting === 1 ? containerName(token) : open.at(-1);
    if (isContainer && token.nesting === -1) open.pop();
    const inNotes = open.includes('notes');
    const opensOrClosesNotes = isContainer && name === 'notes' && !inNotes;
    if (!opensOrClosesNotes) (inNotes ? notes : body).push(token);
    if (isContainer && token.nesting === 1) open.push(name ?? '');
  }
  return { body, notes };
}
