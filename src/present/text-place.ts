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

/**
 * Puts HTML from the story, cleaned, into an element; where the text and the element are the same, what
 * is there stays, and so does the place that was scrolled to.
 */
export function createTextPlace(): (place: Element | null, text: string) => void {
  let last: { place: Element | null; text: string } | undefined;
  return (place, text) => {
    if (last?.text === text && last.place === place) return;
    last = { place, text };
    place?.replaceChildren(nodesOf(text));
  };
}
