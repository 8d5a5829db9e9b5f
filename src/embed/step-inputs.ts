/** What a reader who goes step by step asks for. */
export interface StepMoves {
  next(): void;
  previous(): void;
}

const KEYS: Readonly<Record<string, keyof StepMoves>> = {
  ArrowRight: 'next',
  j: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  k: 'previous',
  PageUp: 'previous',
};

/** CSS pixels that a finger goes in a swipe, at least. */
const SWIPE = 40;

/** Where letters are written, and what lies over the story: keys are meant for that. */
const OTHERS = 'input, select, textarea, [contenteditable], dialog';
/** Where arrow keys have a use of their own. */
const ARROWS = 'story-timeline, story-chart';
/** Where a finger has a use of its own. */
const TOUCHED = 'a, button, select, input, summary, story-timeline, story-legend';

const isIn = (event: Event, selector: string): boolean =>
  event.composedPath().some((each) => each instanceof Element && each.matches(selector));

/** Keys, and swipes to the left and right. Wheels and swipes up and down are the page's around. Returns what ends it. */
export function createStepInputs(host: HTMLElement, moves: StepMoves): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let touch: Touch | undefined;
  const onKey = (event: KeyboardEvent): void => {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey || isIn(event, OTHERS)) return;
    if (event.key.startsWith('Arrow') && isIn(event, ARROWS)) return;
    event.preventDefault();
    // The reader's own keys go by steps alone.
    event.stopImmediatePropagation();
    if (!event.repeat) moves[move]();
  };
  const onStart = (event: TouchEvent): void => {
    touch = event.touches.length === 1 && !isIn(event, TOUCHED) ? event.touches[0] : undefined;
  };
  const onEnd = ({ changedTouches: [end] }: TouchEvent): void => {
    const start = touch;
    touch = undefined;
    if (!start || !end) return;
    const [dx, dy] = [end.clientX - start.clientX, end.clientY - start.clientY];
    if (Math.abs(dx) < SWIPE || Math.abs(dx) < 1.5 * Math.abs(dy)) return;
    if (dx < 0) moves.next();
    else moves.previous();
  };
  const onCancel = (): void => {
    touch = undefined;
  };
  window.addEventListener('keydown', onKey, { signal, capture: true });
  host.addEventListener('touchstart', onStart, { signal, passive: true });
  host.addEventListener('touchend', onEnd, { signal, passive: true });
  host.addEventListener('touchcancel', onCancel, { signal, passive: true });
  return () => ended.abort();
}
