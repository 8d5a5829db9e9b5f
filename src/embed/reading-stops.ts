import type { Playhead } from '../core/playhead.ts';
import type { Store } from '../core/store.ts';
import type { StoryStep } from '../elements/story-step.ts';
import type { FramePage } from './frame-page.ts';

/** How much of the room for a card a reader is taken on by: some lines are seen twice. */
const PAGE = 0.85;

/** A story, and what it stands in. */
export interface StopsOptions {
  steps: readonly StoryStep[];
  store: Store;
  page: FramePage;
}

/**
 * The places where a reader stops who goes step by step: where each step begins, where the next lines
 * of a card are seen that is higher than the room for it, and where a picture that moves has come to.
 */
export function readingStops({ steps, store, page }: StopsOptions): Playhead[] {
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

/** Whether a reader has not yet come to the first step: what stands before it is seen. */
export function isBeforeSteps({ steps, store, page }: StopsOptions): boolean {
  const first = steps[0]?.measure(page.shift()).top ?? 0;
  return page.top() < first - store.state().viewport.card.top - 1;
}
