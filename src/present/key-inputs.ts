import { isTyping } from '../drivers/keyboard.ts';
import { pageHub } from '../drivers/page-hub.ts';
import type { Action, WindowAction } from './actions.ts';
import type { Hands } from './hands.ts';
import { shortcutOf } from './shortcuts.ts';
import type { View } from './view.ts';

/** What keys are for. */
export interface KeyInputsOptions {
  view: View;
  hands: Hands;
  /** Does what a key stands for. */
  ask: (type: Action['type'] | WindowAction) => void;
}

/** CSS pixels that a key moves what is in the hand. */
const NUDGE = 24;
/** Milliseconds after which a key was held, not pressed. */
const HELD = 350;

const ARROWS: Readonly<Record<string, [dx: number, dy: number]>> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, -NUDGE],
  ArrowDown: [0, NUDGE],
};

/** Whether something was done in an element that a selector names, in any shadow root. */
export const isWithin = (event: Event, selector: string): boolean =>
  event.composedPath().some((each) => each instanceof Element && each.matches(selector));

/** What has a use of its own for Space and for clicks. */
export const CONTROLS = 'a, button, select, input, summary';

/**
 * Scrolls a text that has the focus and is longer than its place, by a third of what is seen of it. At once,
 * not smoothly: a text that is still under way would carry the text of the next step with it. Returns whether
 * there was more to see that way.
 */
function scrollText(event: KeyboardEvent): boolean {
  const [, way] = ARROWS[event.key] ?? [0, 0];
  if (!way || event.shiftKey) return false;
  const place = event.composedPath().find((each): each is HTMLElement => {
    if (!(each instanceof HTMLElement) || !each.hasAttribute('tabindex')) return false;
    const { scrollTop, clientHeight, scrollHeight } = each;
    return way < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1;
  });
  place?.scrollBy({ top: (Math.sign(way) * place.clientHeight) / 3, behavior: 'instant' });
  return place !== undefined;
}

/** Whether a key is for what has the focus, or a dialog: that comes first. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  isTyping(event) ||
  // Space on a button is the button's.
  (event.key === ' ' && isWithin(event, CONTROLS));

/** Keys of the table in shortcuts.ts. Returns what ends it. */
export function createKeyInputs({ view, hands, ask }: KeyInputsOptions): () => void {
  let pressed: { key: string; time: number } | undefined;
  const onKey = (event: KeyboardEvent): void => {
    const shortcut = shortcutOf(event);
    if (!shortcut || isTaken(event) || view.isBusy()) return;
    event.preventDefault();
    if (scrollText(event)) return;
    const [dx, dy] = ARROWS[event.key] ?? [0, 0];
    if (shortcut.action === 'move-pointer') hands.nudge(dx, dy);
    else if (!event.repeat) ask(shortcut.action);
    if (shortcut.action === 'pointer' && !event.repeat && hands.tool() === 'pointer')
      pressed = { key: event.key, time: event.timeStamp };
  };
  const onKeyUp = ({ key, timeStamp }: KeyboardEvent): void => {
    if (key !== pressed?.key) return;
    if (timeStamp - pressed.time > HELD && hands.tool() === 'pointer') hands.take('pointer');
    pressed = undefined;
  };
  window.addEventListener('keyup', onKeyUp);
  const endKeys = pageHub(window).on('keydown', (event) => onKey(event as KeyboardEvent));
  return (): void => {
    window.removeEventListener('keyup', onKeyUp);
    endKeys();
  };
}
