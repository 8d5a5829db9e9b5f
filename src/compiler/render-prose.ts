import type { Token } from 'markdown-it';
import type { Footnote } from '../core/story.ts';
import { fitProse, type SizeOf } from './fit-prose.ts';
import type { IssueLog } from './issue-log.ts';
import { type Prose, references, splitNotes } from './parse-prose.ts';
import { sanitize } from './sanitize.ts';

/** The prose of a step as HTML. */
export interface RenderedProse {
  html: string;
  notes: string;
  footnotes: Footnote[];
}

/** How many footnotes all steps list together: a step lists also those that its footnotes refer to. */
const MOST_LISTED = 20_000;

/** Numbers the footnotes of a story in the order of first use, and reports those never used. */
export function numberFootnotes(prose: Prose, log: IssueLog): Map<string, number> {
  const numbers = new Map<string, number>();
  let listed = 0;
  for (const { tokens, locate } of prose.steps) {
    const labels = footnotesIn(tokens, prose);
    for (const label of labels) if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
    listed += labels.length;
    if (listed <= MOST_LISTED) continue;
    log.report('too-many-footnotes', locate.line(0), { most: MOST_LISTED.toLocaleString('en') });
    return numbers;
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
    for (const inner of definitions.get(label)?.refers ?? []) labels.add(inner);
  }
  return [...labels];
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
