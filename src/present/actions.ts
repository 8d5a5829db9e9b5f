import type { DrawnLine } from './lesson.ts';

/** What keys, buttons, panels and the teacher's window ask of a lesson. */
export type Action =
  | { type: 'next' | 'previous' | 'first' | 'last' }
  | { type: 'visit'; step: string }
  | { type: 'card' }
  | { type: 'black' | 'white' }
  | { type: 'questions' | 'autoplay' | 'keep' }
  | { type: 'draw-line'; line: DrawnLine }
  | { type: 'erase-lines'; lines: readonly number[] }
  | { type: 'restart-clock'; now: number };

/** What concerns one window only, and no lesson. */
export type WindowAction =
  | 'fullscreen'
  | 'notes'
  | 'overview'
  | 'goto'
  | 'help'
  | 'pointer'
  | 'draw'
  | 'erase'
  | 'leave';
