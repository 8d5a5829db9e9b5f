import type { Action } from './actions.ts';
import type { WindowRequest } from './ask.ts';
import type { Hands } from './hands.ts';
import type { OtherWindows } from './other-windows.ts';
import type { View } from './view.ts';

/** What does what is asked of one window, and what is asked of the lesson. */
export interface RequestsOptions {
  host: HTMLElement;
  view: View;
  hands: Hands;
  windows: OtherWindows;
  act: (action: Action) => void;
  onLeave: () => void;
}

/** Fills the screen with the story, or leaves it. */
async function toggleFullScreen(host: HTMLElement, hands: Hands): Promise<void> {
  try {
    await (document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen());
  } catch {
    // Where the page stands in a frame that may not, or the browser has no such thing.
    hands.say('The browser does not fill the screen with this page.');
  }
}

/** Does what keys and buttons stand for: here what concerns this window alone, and else in the lesson. */
export function createRequests(options: RequestsOptions) {
  const { host, view, hands, windows, act, onLeave } = options;
  const here: Record<Exclude<WindowRequest, 'move-pointer'>, () => void> = {
    fullscreen: () => void toggleFullScreen(host, hands),
    notes: () => windows.open('notes'),
    'open-screen': () => windows.open('present'),
    overview: () => view.open('overview'),
    goto: () => view.open('goto'),
    help: () => view.open('help'),
    pointer: () => hands.take('pointer'),
    draw: () => hands.take('draw'),
    erase: () => hands.take('erase'),
    'press-pen': () => hands.press(),
    leave: onLeave,
  };
  const isHere = (type: string): type is keyof typeof here => type in here;
  return (type: Action['type'] | WindowRequest): void => {
    if (isHere(type)) here[type]();
    else if (type !== 'move-pointer') act({ type } as Action);
  };
}
