import type { DrawnLine } from './lesson.ts';

/** What keys, buttons and windows ask of the lesson, and so of every window. */
export type Action =
  | { type: 'next' | 'previous' | 'first' | 'last' }
  | { type: 'visit'; step: string }
  /** The card in full, its headline only, none, and in full again. */
  | { type: 'card' }
  /** Covers the screen, or uncovers it where that cover is there already. */
  | { type: 'black' | 'white' }
  /** Each turns something on or off; `keep` is whether drawn lines stay when the step changes. */
  | { type: 'questions' | 'autoplay' | 'keep' }
  | { type: 'draw-line'; line: DrawnLine }
  /** By their places in the list of lines. */
  | { type: 'erase-lines'; lines: readonly number[] }
  /** Goes on by itself from the opening, with nothing left of what anybody did. */
  | { type: 'begin-again' }
  /** `now`: milliseconds since 1970. */
  | { type: 'restart-clock'; now: number };

/** What keys and buttons ask of their own window only. */
export type WindowAction =
  | 'fullscreen'
  | 'notes'
  | 'overview'
  | 'goto'
  | 'help'
  | 'pointer'
  | 'move-pointer'
  | 'draw'
  | 'erase'
  | 'press-pen'
  | 'leave';
