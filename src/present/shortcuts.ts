import type { Action, WindowAction } from './actions.ts';

/** A key, or several that do the same. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has them. */
  keys: readonly string[];
  /** The keys as a reader knows them. */
  shown: string;
  action: Action['type'] | WindowAction;
  /** What it does, in a few words. */
  does: string;
}

/** All keys of presenting, in the order in which the help shows them. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    keys: [' ', 'ArrowRight', 'ArrowDown', 'PageDown', 'n', 'j'],
    shown: 'Space, →, ↓, Page Down, n, j',
    action: 'next',
    does: 'Go on',
  },
  {
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'k'],
    shown: '←, ↑, Page Up, Shift+Space, k',
    action: 'previous',
    does: 'Go back',
  },
  { keys: ['Home'], shown: 'Home', action: 'first', does: 'The beginning' },
  { keys: ['End'], shown: 'End', action: 'last', does: 'The end' },
  { keys: ['o', 'Escape'], shown: 'o, Esc', action: 'overview', does: 'All steps at once' },
  { keys: ['g'], shown: 'g', action: 'goto', does: 'Go to a step by number or title' },
  { keys: ['a'], shown: 'a', action: 'autoplay', does: 'Go on by itself, or stop' },
  { keys: ['c'], shown: 'c', action: 'card', does: 'Whole text, headline, no text' },
  { keys: ['q'], shown: 'q', action: 'questions', does: 'Questions of the step' },
  { keys: ['b', '.'], shown: 'b, .', action: 'black', does: 'Black screen' },
  { keys: ['w'], shown: 'w', action: 'white', does: 'White screen' },
  { keys: ['l'], shown: 'l', action: 'pointer', does: 'Pointer; Shift and arrows move it' },
  { keys: ['d'], shown: 'd', action: 'draw', does: 'Draw on the map' },
  { keys: ['e'], shown: 'e', action: 'erase', does: 'Erase what is drawn' },
  { keys: ['D'], shown: 'Shift+D', action: 'keep', does: 'Keep what is drawn' },
  { keys: ['s'], shown: 's', action: 'notes', does: 'The teacher’s window' },
  { keys: ['f'], shown: 'f', action: 'fullscreen', does: 'Full screen' },
  { keys: ['?'], shown: '?', action: 'help', does: 'This help' },
  { keys: ['p'], shown: 'p', action: 'leave', does: 'Back to reading' },
];

/** What a key asks for; `undefined` where nothing. */
export function actionOf(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}): Shortcut['action'] | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === ' ' && event.shiftKey) return 'previous';
  return SHORTCUTS.find(({ keys }) => keys.includes(event.key))?.action;
}
