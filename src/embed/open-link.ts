import { hashFor } from '../core/deep-link.ts';
import type { Store } from '../core/store.ts';

/**
 * Puts a link to the story's own page, at the present step, where a page of its own has the button that
 * shares it: a frame is no place for that. Returns what takes it away.
 */
export function createOpenLink(root: ShadowRoot, store: Store): () => void {
  const link = document.createElement('a');
  link.className = 'share';
  link.textContent = 'Open';
  link.ariaLabel = link.title = 'Open the story in a window of its own';
  link.target = '_blank';
  link.rel = 'noopener';
  const update = (): void => {
    const page = new URL(location.href);
    page.search = '';
    page.hash = hashFor(store.state().playhead.step);
    link.href = page.href;
  };
  update();
  root.querySelector('.bar')?.append(link);
  const end = store.subscribe(update);
  return () => {
    end();
    link.remove();
  };
}
