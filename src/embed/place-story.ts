import type { Viewport } from '../core/viewport.ts';
import { restingTop } from '../drivers/scroll-position.ts';
import type { StoryStep } from '../elements/story-step.ts';

/** What is placed. */
export interface PlaceOptions {
  host: HTMLElement;
  root: ParentNode;
  steps: readonly StoryStep[];
}

/** What is in sight of a document. CSS pixels. */
export interface Sight {
  /** The line of the document at the top. */
  top: number;
  height: number;
  /** How far scrolling has moved the document up in its own window. */
  shift: number;
}

/** What puts a story's parts in their place. */
export interface Placer {
  /** Measures anew; called when the layout may have changed. */
  measure(shift: number): void;
  place(sight: Sight, viewport: Viewport): void;
  /** Takes the places away. */
  dispose(): void;
}

interface Sizes {
  /** Top of the story in the document, and its height. */
  top: number;
  height: number;
  stage: number;
  bar: number;
  boxes: readonly { top: number; bottom: number; card: number }[];
}

const within = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));

/**
 * Places stage, bar and cards where `position: sticky` would have them if the document were scrolled:
 * a frame as high as what is in it is never scrolled itself.
 */
export function createPlacer({ host, root, steps }: PlaceOptions): Placer {
  const stage = root.querySelector('.stage') as HTMLElement;
  const bar = root.querySelector('.bar') as HTMLElement;
  const placed = new Map<HTMLElement, number>();
  let sizes: Sizes | undefined;

  const shiftTo = (element: HTMLElement, y: number): void => {
    if (placed.get(element) === y) return;
    placed.set(element, y);
    element.style.translate = `0 ${y}px`;
  };
  return {
    measure(shift) {
      const { top, height } = host.getBoundingClientRect();
      sizes = {
        top: top + shift,
        height,
        stage: stage.offsetHeight,
        bar: bar.offsetHeight,
        boxes: steps.map((step) => step.measure(shift)),
      };
    },
    place(sight, viewport) {
      if (!sizes) return;
      const { top, height, boxes } = sizes;
      const seen = sight.top - top;
      shiftTo(stage, within(seen, 0, Math.max(0, height - sizes.stage)));
      shiftTo(bar, within(seen + sight.height - height, sizes.bar - height, 0));
      const { top: rest, bottom: lowest } = viewport.card;
      boxes.forEach((box, i) => {
        const at = sight.top + restingTop(box.card, { rest, lowest }) - box.top;
        const card = steps[i]?.card;
        if (card) shiftTo(card, within(at, 0, Math.max(0, box.bottom - box.top - box.card)));
      });
    },
    dispose() {
      for (const element of placed.keys()) element.style.removeProperty('translate');
    },
  };
}
