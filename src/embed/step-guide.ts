import { stepFromHash } from '../core/deep-link.ts';
import { type Playhead, positionOf } from '../core/playhead.ts';
import { browserClock, play } from '../drivers/clock.ts';
import type { Guide, GuideOptions } from '../elements/controllers/read-guide.ts';
import type { FramePage } from './frame-page.ts';
import { createStepInputs } from './step-inputs.ts';

/** What goes step by step. */
export interface StepperOptions extends GuideOptions {
  root: ShadowRoot;
  /** What goes where a step leads. */
  guide: Guide;
  page: FramePage;
  /** The step that the story opens at; default its opening, or what the address names. */
  step: string | undefined;
}

/** Going step by step, with buttons, swipes and keys. */
export interface Stepper {
  /** What the guide does otherwise. */
  moves: Pick<Guide, 'next' | 'previous'>;
  /** Goes to the step that the address opens with, if it names one. */
  begin(): void;
  arrived(): Promise<void>;
  dispose(): void;
}

/** Milliseconds that a move takes. */
const DURATION = 1600;
/** How much of the room for a card a reader is taken on by: some lines are seen twice. */
const PAGE = 0.85;
/** Positions closer than this are one. */
const NEAR = 0.015;

/**
 * The places where a reader stops who goes step by step: where each step begins, where the next lines
 * of a card are seen that is higher than the room for it, and where a picture that moves has come to.
 */
function stopsOf({ steps, store, page }: StepperOptions): Playhead[] {
  const { card } = store.state().viewport;
  const room = card.bottom - card.top;
  return steps.flatMap((step) => {
    const box = step.measure(page.shift());
    const more = Math.max(0, box.card - room);
    const way = box.bottom - box.top - box.card + more;
    const pages = Math.ceil(more / (room * PAGE));
    const at = (progress: number): Playhead => ({ step: step.id, progress, travel: 0 });
    const stops = Array.from({ length: pages + 1 }, (_, i) =>
      at(Math.min(1, Math.min(i * room * PAGE, more) / way)),
    );
    return step.moves ? [...stops, at(1)] : stops;
  });
}

/** Goes step by step, and in a step as far as its text and its picture ask for it. */
export function createStepper(options: StepperOptions): Stepper {
  const { host, steps, store, guide, page, onBegin } = options;
  const { stepIds } = store.timeline();
  let stop: (() => void) | undefined;
  let playing: Promise<void> = Promise.resolve();

  const go = (to: Playhead): void => {
    onBegin();
    stop?.();
    guide.go(to);
  };
  const playTo = (to: Playhead): void => {
    onBegin();
    stop?.();
    if (store.state().reducedMotion) {
      guide.go(to);
      return;
    }
    playing = new Promise((resolve) => {
      const { playhead: from } = store.state();
      const move = { stepIds, from, to, duration: DURATION, clock: browserClock, onEnd: resolve };
      stop = play(guide.go, move);
    });
  };
  const here = (): number => positionOf(stepIds, store.state().playhead);
  const isOpening = (): boolean => {
    const first = steps[0]?.measure(page.shift()).top ?? 0;
    return page.top() < first - store.state().viewport.card.top - 1;
  };
  const next = (): void => {
    const [first] = stopsOf(options);
    const after = stopsOf(options).find((one) => positionOf(stepIds, one) > here() + NEAR);
    if (isOpening() && first) go(first);
    else if (after) playTo(after);
  };
  const previous = (): void => {
    const before = stopsOf(options).findLast((one) => positionOf(stepIds, one) < here() - NEAR);
    if (before) playTo(before);
    else {
      stop?.();
      page.scrollTo(0);
    }
  };
  const moves = { next, previous };
  /** The last step may have more to read, and the first has the opening before it. */
  const freeButtons = (): void => {
    const { step } = store.state().playhead;
    if (step !== stepIds[0] && step !== stepIds.at(-1)) return;
    // After the story has been drawn, which sets them as they are for a reader who scrolls.
    requestAnimationFrame(() => {
      const last = stopsOf(options).at(-1);
      const isEnd = last !== undefined && here() > positionOf(stepIds, last) - NEAR;
      const controls = options.root.querySelector('story-controls');
      if (controls) Object.assign(controls, { last: isEnd, first: isOpening() });
    });
  };
  const endInputs = createStepInputs(host, moves);
  const show = (id: string): void => go({ step: id, progress: 0, travel: 0 });
  /** What has the focus must be seen. */
  const onFocus = (event: Event): void => {
    const step = steps.find((each) => event.composedPath().includes(each));
    if (step && step.id !== store.state().playhead.step) show(step.id);
  };
  host.addEventListener('focusin', onFocus);
  host.addEventListener('story-frame', freeButtons);
  return {
    moves,
    begin() {
      const wanted = options.step ?? stepFromHash(location.hash, stepIds);
      if (wanted !== undefined && stepIds.includes(wanted)) show(wanted);
    },
    arrived: () => playing,
    dispose() {
      stop?.();
      endInputs();
      host.removeEventListener('focusin', onFocus);
      host.removeEventListener('story-frame', freeButtons);
    },
  };
}
