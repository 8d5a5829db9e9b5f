import type { Store } from '../core/store.ts';
import type { StoryStep } from '../elements/story-step.ts';
import { adoptSheets } from './adopt-sheets.ts';
import type { FramePage } from './frame-page.ts';
import type { GuestLink } from './guest-link.ts';
import { createOpenLink } from './open-link.ts';
import { createPlacer } from './place-story.ts';
import { createHeightTeller, stepsHeight } from './tell-height.ts';

/** What is dressed, and what it stands in. */
export interface DressOptions {
  host: HTMLElement;
  root: ShadowRoot;
  steps: readonly StoryStep[];
  store: Store;
  link: GuestLink;
  page: FramePage;
  /** Whether the frame has a fixed height. */
  fixed: boolean;
}

/** An embedded story's look: how high it is, and where its parts stand. */
export interface Dress {
  /** Measures anew, puts all in its place, and tells the height. */
  measure(): void;
  /** Puts all in its place. */
  place(): void;
  /** Takes the look off. */
  dispose(): void;
}

/** Says how high what is seen is, for lengths in styles that are a share of it. */
export function styleHeight(host: HTMLElement, height: number): void {
  host.style.setProperty('--legenda-vh', `${height / 100}px`);
}

/** Gives a story the look that it has in a frame, and keeps it up while sizes change. */
export function dressStory({ host, root, steps, store, link, page, fixed }: DressOptions): Dress {
  const undress = adoptSheets({ root, steps, fixed });
  const endLink = createOpenLink(root, store);
  const placer = createPlacer({ host, root, steps });
  // A host that answers late has the story scroll along, unless it goes step by step by wish.
  const teller = createHeightTeller(link, !fixed || link.settings.layout === 'steps');
  const place = (): void => {
    const sight = { top: page.exact(), height: page.height(), shift: page.shift() };
    if (fixed) host.style.translate = `0 ${-sight.top}px`;
    placer.place(sight, store.state().viewport);
  };
  const measure = (): void => {
    styleHeight(host, page.height());
    placer.measure(page.shift());
    place();
    const { height } = host.getBoundingClientRect();
    teller.tell(fixed ? stepsHeight(host.clientWidth) : Math.ceil(height));
  };
  const sizes = new ResizeObserver(measure);
  for (const element of [host, ...steps.map((step) => step.card)]) sizes.observe(element);
  return {
    measure,
    place,
    dispose() {
      sizes.disconnect();
      for (const end of [undress, endLink, placer.dispose, teller.dispose]) end();
      for (const name of ['translate', '--legenda-vh']) host.style.removeProperty(name);
    },
  };
}
