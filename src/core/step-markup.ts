import { stepKicker } from './kickers.ts';
import { joined, type Markup, markup, trusted } from './markup.ts';
import type { Footnote, Step } from './story.ts';

function footnoteMarkup(stepId: string, { id, number, html }: Footnote): Markup {
  return markup`<li id="fn-${stepId}-${id}" value="${number}">${trusted(html.trim())}</li>`;
}

/**
 * What stands in a step's card, as HTML: its place in the story, heading, prose and sources. The
 * step's own `html` must be sanitised, as the compiler leaves it.
 */
export function stepMarkup(step: Step, place: { index: number; count: number }): Markup {
  const { id, title, html, footnotes } = step;
  const list = joined(footnotes.map((footnote) => footnoteMarkup(id, footnote)));
  const sources =
    list && markup`<details class="sources"><summary>Sources</summary><ol>${list}</ol></details>`;
  return markup`<p class="kicker">${stepKicker(place)}</p>
<h2>${title}</h2>
${trusted(html.trim())}
${sources}`;
}
