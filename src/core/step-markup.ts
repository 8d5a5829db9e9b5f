import { stepKicker } from './kickers.ts';
import type { Footnote, Step } from './story.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function footnoteMarkup(stepId: string, { id, number, html }: Footnote): string {
  return `<li id="fn-${escapeHtml(stepId)}-${escapeHtml(id)}" value="${number}">${html.trim()}</li>`;
}

/**
 * What stands in a step's card, as HTML: its place in the story, heading, prose and sources. The
 * step's own `html` must be sanitised, as the compiler leaves it.
 */
export function stepMarkup(step: Step, place: { index: number; count: number }): string {
  const { id, title, html, footnotes } = step;
  const list = footnotes.map((footnote) => footnoteMarkup(id, footnote)).join('');
  const sources = list
    ? `<details class="sources"><summary>Sources</summary><ol>${list}</ol></details>`
    : '';
  return `<p class="kicker">${stepKicker(place)}</p>
<h2>${escapeHtml(title)}</h2>
${html.trim()}
${sources}`;
}
