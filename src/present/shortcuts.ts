import type { Action, WindowAction } from './actions.ts';

/** Some keys and what they do. */
export interface Shortcut {
  /** As `KeyboardEvent.key` names them, letters small; with `Shift+` before it where that is held. */
  keys: readonly string[];
  /** The keys as people name them. */
  shown: string;
  action: Action['type'] | WindowAction;
  /** What it does, for the list of keys: `Goes on`. */
  does: string;
}

/** The part of a `KeyboardEvent` that says which key it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** All keys of presenting, in the order in which the list of keys shows them. */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    keys: [' ', 'ArrowRight', 'ArrowDown', 'PageDown', 'n', 'j'],
    shown: 'Space, →, ↓, Page Down, n, j',
    action: 'next',
    does: 'Goes on; while the map moves, ends the move',
  },
  {
    keys: ['ArrowLeft', 'ArrowUp', 'PageUp', 'Shift+ ', 'k'],
    shown: '←, ↑, Page Up, Shift + Space, k',
    action: 'previous',
    does: 'Goes back a step',
  },
  { keys: ['Home'], shown: 'Home', action: 'first', does: 'Goes to the opening' },
  { keys: ['End'], shown: 'End', action: 'last', does: 'Goes to the last step' },
  { keys: ['g'], shown: 'g', action: 'goto', does: 'Asks for a step to go to' },
  {
    keys: ['o', 'Escape'],
    shown: 'o, Esc',
    action: 'overview',
    does: 'Shows all steps, or hides them',
  },
  { keys: ['f'], shown: 'f', action: 'fullscreen', does: 'Fills the screen, or leaves it' },
  { keys: ['s'], shown: 's', action: 'notes', does: 'Opens the teacher’s window' },
  { keys: ['b', '.'], shown: 'b, .', action: 'black', does: 'Makes the screen black, or shows it' },
  { keys: ['w'], shown: 'w', action: 'white', does: 'Makes the screen white, or shows it' },
  {
    keys: ['c'],
    shown: 'c',
    action: 'card',
    does: 'Shows the text, its headline only, or nothing',
  },
  { keys: ['q'], shown: 'q', action: 'questions', does: 'Shows the questions, or hides them' },
  { keys: ['a'], shown: 'a', action: 'autoplay', does: 'Goes on by itself, or stops' },
  { keys: ['l'], shown: 'l', action: 'pointer', does: 'Turns the pointer on or off' },
  {
    keys: ARROWS.map((key) => `Shift+${key}`),
    shown: 'Shift + ←, →, ↑, ↓',
    action: 'move-pointer',
    does: 'Moves the pointer, the pen or the eraser',
  },
  { keys: ['d'], shown: 'd', action: 'draw', does: 'Draws on the map, or stops drawing' },
  { keys: ['e'], shown: 'e', action: 'erase', does: 'Erases what was drawn' },
  {
    keys: ['x'],
    shown: 'x',
    action: 'press-pen',
    does: 'Puts the pen or the eraser down, or lifts it',
  },
  {
    keys: ['Shift+d'],
    shown: 'Shift + D',
    action: 'keep',
    does: 'Keeps what is drawn when the step changes, or not',
  },
  { keys: ['?'], shown: '?', action: 'help', does: 'Shows this list' },
  { keys: ['p'], shown: 'p', action: 'leave', does: 'Leaves, back to reading' },
];

/** A press as {@link Shortcut.keys} names it: Caps Lock makes no difference, and marks have no Shift. */
function nameOf({ key, shiftKey }: KeyPress): string {
  const isMark = key.length === 1 && !/[\s\p{L}]/u.test(key);
  const small = key.length === 1 ? key.toLowerCase() : key;
  return shiftKey && !isMark ? `Shift+${small}` : small;
}

/** The shortcut that a key press is; `undefined` for any other key, and with Ctrl, Alt or Meta. */
export function shortcutOf(event: KeyPress): Shortcut | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const name = nameOf(event);
  return SHORTCUTS.find(({ keys }) => keys.includes(name));
}

/** What a key press asks for, as {@link shortcutOf} finds it. */
export function actionOf(event: KeyPress): Shortcut['action'] | undefined {
  return shortcutOf(event)?.action;
}
