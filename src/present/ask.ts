import { emit } from '../elements/emit.ts';
import type { Action, WindowAction } from './actions.ts';

/** What only the window asks for in which it is pressed; `open-screen` opens the class's window. */
export type WindowRequest = WindowAction | 'open-screen';

declare global {
  interface HTMLElementEventMap {
    'present-action': CustomEvent<Action>;
    'present-window': CustomEvent<WindowRequest>;
    'present-stage': CustomEvent<DOMRect>;
  }
}

/** Asks for a change of the lesson. */
export function ask(element: Element, action: Action): void {
  emit(element, 'present-action', action);
}

/** Asks for what concerns this window alone. */
export function askWindow(element: Element, request: WindowRequest): void {
  emit(element, 'present-window', request);
}

/** Keeps a button that is pressed with the mouse from taking the keys: Space still means "go on". */
export function keepFocus(event: Event): void {
  event.preventDefault();
}
