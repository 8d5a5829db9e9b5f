import { cleanHtml } from '../elements/clean-html.ts';
import { folderOf, reachBoxes, resolveAddresses } from '../elements/place-text.ts';

/** Puts a text into a place; `src` is the address of the story's file. */
type PutText = (place: Element | null, text: string, src: string | undefined) => void;

/** A text's nodes; its links open beside the lesson, not in its place. */
function nodesOf(text: string, src: string | undefined): DocumentFragment {
  const nodes = cleanHtml(text);
  resolveAddresses(nodes, folderOf(src));
  reachBoxes(nodes);
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
export function createTextPlace(): PutText {
  let last: { place: Element | null; text: string } | undefined;
  return (place, text, src) => {
    if (last?.text === text && last.place === place) return;
    last = { place, text };
    place?.replaceChildren(nodesOf(text, src));
  };
}
