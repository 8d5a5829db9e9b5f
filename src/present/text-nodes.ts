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

/** HTML from the story, cleaned, for Lit to put in: where the text is the same, the same nodes. */
export function createTextNodes(): (text: string) => Node[] {
  let last: { text: string; nodes: Node[] } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, nodes: [...nodesOf(text).childNodes] };
    return last.nodes;
  };
}
