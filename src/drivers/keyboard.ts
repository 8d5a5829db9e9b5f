import { pageHub } from './page-hub.ts';

/** What the keyboard asks for. */
export interface KeyboardOptions {
  /** Whether keys are meant for this story now. */
  isActive: () => boolean;
  next: () => void;
  previous: () => void;
  /** Presents the story. */
  present: () => void;
}

/** Keys that go step by step, and the one that presents. Arrow keys stay the page's own. */
const KEYS: Readonly<Record<string, 'next' | 'previous' | 'present'>> = {
  p: 'present',
  j: 'next',
  PageDown: 'next',
  k: 'previous',
  PageUp: 'previous',
};

/** Whether a key is typed into a field, and so no story's. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Goes step by step with `j`, `k`, PageDown and PageUp; `p` presents. Returns what ends it. */
export function driveByKeyboard(options: KeyboardOptions): () => void {
  return pageHub(window).on('keydown', (event) => {
    const key = event as KeyboardEvent;
    const action = KEYS[key.key];
    if (!action || key.ctrlKey || key.metaKey || key.altKey || isTyping(key)) return;
    if (!options.isActive()) return;
    key.preventDefault();
    options[action]();
  });
}
