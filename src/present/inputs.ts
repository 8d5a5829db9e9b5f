import { CONTROLS, createKeyInputs, isWithin, type KeyInputsOptions } from './key-inputs.ts';
import type { Settings } from './settings.ts';

/** What keys, fingers and clicks are for. */
export interface InputsOptions extends KeyInputsOptions {
  host: HTMLElement;
  settings: Settings;
  /** Somebody is there. */
  onTouch: () => void;
}

/** CSS pixels: how far a finger goes in a swipe. */
const SWIPE = 60;

/** What tells that somebody is there. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Keys of the table in shortcuts.ts, swipes, and clicks where the page asks for them. Returns what ends it. */
export function createInputs(options: InputsOptions): () => void {
  const { host, view, hands, ask, settings, onTouch } = options;
  let touch: Touch | undefined;
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
    if (!settings.clicks || hands.tool() !== 'none' || view.isBusy()) return;
    // The timeline in the bar goes where it is clicked.
    if (isWithin(event, `.bar, ${CONTROLS}`)) return;
    ask(event.clientX < host.clientWidth / 3 ? 'previous' : 'next');
  };
  const ended = new AbortController();
  const { signal } = ended;
  host.addEventListener('touchstart', onTouchStart, { signal, passive: true });
  host.addEventListener('touchend', onTouchEnd, { signal });
  host.addEventListener('click', onClick, { signal });
  // Before a dialog keeps them to itself.
  const early = { signal, passive: true, capture: true };
  for (const sign of SIGNS) window.addEventListener(sign, onTouch, early);
  const endKeys = createKeyInputs(options);
  return (): void => {
    ended.abort();
    endKeys();
  };
}
