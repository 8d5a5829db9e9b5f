import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { cleanHtml } from '../elements/clean-html.ts';

/** A text's nodes; its links open beside the lesson, not in its place. */
function nodesOf(text: string): DocumentFragment {
  const nodes = cleanHtml(text);
  for (const link of nodes.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener');
  }
  return nodes;
}

/** HTML from the story, cleaned, made anew only when the text is another. */
export function textNodes(text: string): TemplateResult {
  return html`${guard([text], () => nodesOf(text))}`;
}
