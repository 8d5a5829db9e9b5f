import { stepFromHash } from '../core/deep-link.ts';
import type { Guide, GuideOptions } from '../elements/controllers/read-guide.ts';
import type { FramePage } from './frame-page.ts';
import { createStepInputs } from './step-inputs.ts';
import { createStepMover } from './step-moves.ts';

/** What goes step by step. */
export interface StepperOptions extends GuideOptions {
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

/** Goes step by step, and in a step as far as its text and its picture ask for it. */
export function createStepper(options: StepperOptions): Stepper {
  const { host, steps, store, page, onEnds } = options;
  const { stepIds } = store.timeline();
  const mover = createStepMover(options);
  /** What has the focus must be seen. */
  const onFocus = (event: Event): void => {
    const step = steps.find((each) => event.composedPath().includes(each));
    if (step && step.id !== store.state().playhead.step) mover.show(step.id);
  };
  const tellEnds = (): void => onEnds(mover.ends());
  host.addEventListener('focusin', onFocus);
  const ends = [
    createStepInputs(host, mover),
    page.on(tellEnds),
    store.subscribe(tellEnds),
    () => host.removeEventListener('focusin', onFocus),
    // Who comes after says it anew, or leaves it to the story.
    () => onEnds(undefined),
  ];
  return {
    moves: { next: mover.next, previous: mover.previous },
    begin() {
      const wanted = options.step ?? stepFromHash(location.hash, stepIds);
      if (wanted !== undefined && stepIds.includes(wanted)) mover.show(wanted);
      tellEnds();
    },
    arrived: mover.arrived,
    dispose() {
      mover.stop();
      for (const end of ends) end();
    },
  };
}
