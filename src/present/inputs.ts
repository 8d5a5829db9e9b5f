import { isTyping } from '../drivers/keyboard.ts';
import { pageHub } from '../drivers/page-hub.ts';
import type { Action, WindowAction } from './actions.ts';
import type { Hands } from './hands.ts';
import type { Settings } from './settings.ts';
import { shortcutOf } from './shortcuts.ts';
import type { View } from './view.ts';

/** What keys, fingers and clicks are for. */
export interface InputsOptions {
  host: HTMLElement;
  view: View;
  hands: Hands;
  settings: Settings;
  /** Does what a key stands for. */
  ask: (type: Action['type'] | WindowAction) => void;
  /** Somebody is there. */
  onTouch: () => void;
}

/** CSS pixels: how far a finger goes in a swipe, and a key moves the pointer. */
const SWIPE = 60;
const NUDGE = 24;
/** Milliseconds after which a key was held, not pressed. */
const HELD = 350;

const ARROWS: Readonly<Record<string, [dx: number, dy: number]>> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, -NUDGE],
  ArrowDown: [0, NUDGE],
};

/** Whether a click was on something that has a use of its own. */
const isOnControl = (event: Event): boolean =>
  event
    .composedPath()
    .some((each) => each instanceof Element && each.matches('a, button, select, input, summary'));

/** Keys of the table in shortcuts.ts, swipes, and clicks where the page asks for them. Returns what ends it. */
export function createInputs({ host, view, hands, ask, settings, onTouch }: InputsOptions) {
  let pressed: { key: string; time: number } | undefined;
  let touch: Touch | undefined;
  const onKey = (event: KeyboardEvent): void => {
    onTouch();
    const shortcut = shortcutOf(event);
    // What has the focus comes first: the timeline has arrow keys of its own.
    if (!shortcut || event.defaultPrevented || isTyping(event) || view.isBusy()) return;
    // Space and Enter on a button are the button's.
    if (event.key === ' ' && isOnControl(event)) return;
    event.preventDefault();
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
  const onTouchStart = (event: TouchEvent): void => {
    touch = event.touches.length === 1 ? event.touches[0] : undefined;
  };
  const onTouchEnd = ({ changedTouches: [end] }: TouchEvent): void => {
    const start = touch;
    touch = undefined;
    if (!start || !end || hands.tool() !== 'none' || view.isBusy()) return;
    const [dx, dy] = [end.clientX - start.clientX, end.clientY - start.clientY];
    if (Math.abs(dx) > SWIPE && Math.abs(dx) > 1.5 * Math.abs(dy))
      ask(dx < 0 ? 'next' : 'previous');
  };
  const onClick = (event: MouseEvent): void => {
    if (!settings.clicks || hands.tool() !== 'none' || view.isBusy() || isOnControl(event)) return;
    ask(event.clientX < host.clientWidth / 3 ? 'previous' : 'next');
  };
  const ended = new AbortController();
  const { signal } = ended;
  window.addEventListener('keyup', onKeyUp, { signal });
  host.addEventListener('touchstart', onTouchStart, { signal, passive: true });
  host.addEventListener('touchend', onTouchEnd, { signal });
  host.addEventListener('click', onClick, { signal });
  const hub = pageHub(window);
  const ends = [
    hub.on('keydown', (event) => onKey(event as KeyboardEvent)),
    hub.on('pointermove', onTouch),
  ];
  return (): void => {
    ended.abort();
    for (const end of ends) end();
  };
}
