import type { Token } from 'markdown-it';
import type { Footnote } from '../core/story.ts';
import { fitProse, type SizeOf } from './fit-prose.ts';
import type { IssueLog } from './issue-log.ts';
import { type Prose, splitNotes } from './parse-prose.ts';
import { sanitize } from './sanitize.ts';

/** The prose of a step as HTML. */
export interface RenderedProse {
  html: string;
  notes: string;
  footnotes: Footnote[];
}

/** Numbers the footnotes of a story in the order of first use, and reports those never used. */
export function numberFootnotes(prose: Prose, log: IssueLog): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { tokens } of prose.steps) {
    for (const label of footnotesIn(tokens, prose)) {
      if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
    }
  }
  for (const [id, { at }] of prose.definitions) {
    if (!numbers.has(id)) log.report('unused-footnote', at, { id });
  }
  return numbers;
}

/** The footnotes that tokens refer to, in order, with those that the footnotes themselves need. */
function footnotesIn(tokens: Token[], { definitions }: Prose): string[] {
  const labels = new Set(references(tokens));
  // A set visits what is added to it on the way.
  for (const label of labels) {
    for (const inner of references(definitions.get(label)?.tokens ?? [])) labels.add(inner);
  }
  return [...labels];
}

function references(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    const own = token.type === 'footnote_ref' ? [String(token.meta?.label)] : [];
    return [...own, ...references(token.children ?? [])];
  });
}

/** Options of {@link renderProse}. */
export interface RenderOptions {
  stepId: string;
  numbers: Map<string, number>;
  /** Default: no picture's size is known. */
  sizeOf?: SizeOf | undefined;
}

/** Writes the prose of a step, from its tokens without heading and step block. */
export function renderProse(tokens: Token[], prose: Prose, options: RenderOptions): RenderedProse {
  const { markdown } = prose;
  const { sizeOf, ...place } = options;
  const env = { ...prose.env, ...place, referred: new Map<string, number>() };
  const render = (part: Token[]) =>
    fitProse(sanitize(markdown.renderer.render(part, markdown.options, env)), sizeOf).trim();
  const { body, notes } = splitNotes(tokens);
  const html = render(body);
  const notesHtml = render(notes);
  const footnotes = footnotesIn(tokens, prose).map((id) => ({
    id,
    number: options.numbers.get(id) ?? 0,
    html: render(prose.definitions.get(id)?.tokens ?? []),
  }));
  footnotes.sort((a, b) => a.number - b.number);
  return { html, notes: notesHtml, footnotes };
}
