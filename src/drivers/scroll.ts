import scrollama from 'scrollama';
import { formatPlayhead, type Playhead } from '../core/playhead.ts';
import type { Dispatch } from '../core/request.ts';
import { pageHub } from './page-hub.ts';
import {
  isSameLayout,
  playheadAtScroll,
  type ScrollLayout,
  scrollForPlayhead,
} from './scroll-position.ts';

/** What a story scrolls in: the window, or the part of a frame that the page around it shows. CSS pixels. */
export interface ScrollPage {
  /** How far it is scrolled. */
  top(): number;
  /** How far scrolling has moved what is in it, up in this document's own window. */
  shift(): number;
  /** How high it is. */
  height(): number;
  /** Scrolls it at once. */
  scrollTo(top: number): void;
  /** Calls back when it may have been scrolled while the story is near; returns what ends it. */
  watch(story: HTMLElement, onScroll: () => void): () => void;
}

/** What the scroll driver reads. */
export interface ScrollOptions {
  page: ScrollPage;
  /** The element that the steps are in. */
  story: HTMLElement;
  /** Elements whose size decides the layout: when one changes, it is measured anew. */
  observed: readonly Element[];
  /** Measures the layout as it is now. */
  measure: () => ScrollLayout;
  /** The present playhead, kept when the layout changes. */
  playhead: () => Playhead;
}

/** The page's scroll as a source of playheads, and a way to bring the page to one. */
export interface ScrollDriver {
  /** Scrolls the page, at once, to a playhead, and asks for it. */
  go(playhead: Playhead): void;
  /** Whether the page stands before the place where this playhead is at rest. */
  isBefore(playhead: Playhead): boolean;
  /** Asks for the playhead of where the page is, without waiting for the next frame. */
  read(): void;
  /** Measures again, and keeps the reader at the same playhead in the new layout. */
  refresh(): void;
  /** Ends it and all its listeners. */
  dispose(): void;
}

/**
 * Scrollama 3.2 listens to the document's scroll for the direction, and never stops. No one here asks
 * for the direction, so that listener is not let in.
 */
function withoutListening<T>(setup: () => T): T {
  document.addEventListener = () => {};
  try {
    return setup();
  } finally {
    Reflect.deleteProperty(document, 'addEventListener');
  }
}

/**
 * The window, as what a story scrolls in. Scrollama says whether the story is near: it watches one element, since
 * each that is watched costs every picture of the browser, also one for which nothing is scrolled.
 */
export const windowPage: ScrollPage = {
  top: () => window.scrollY,
  shift: () => window.scrollY,
  height: () => document.documentElement.clientHeight,
  scrollTo: (top) => window.scrollTo({ top, behavior: 'instant' }),
  watch(story, onScroll) {
    let unlisten: (() => void) | undefined;
    const setNear = (isNear: boolean): void => {
      if (isNear) unlisten ??= pageHub(window).on('scroll', onScroll);
      else {
        unlisten?.();
        unlisten = undefined;
      }
      onScroll();
    };
    const scroller = scrollama();
    withoutListening(() => scroller.setup({ step: [story], offset: 0.5 }))
      .onStepEnter(() => setNear(true))
      .onStepExit(() => setNear(false));
    return () => {
      scroller.destroy();
      unlisten?.();
    };
  },
};

/**
 * Moves the playhead as the page is scrolled. A story out of sight costs nothing; the playhead itself
 * comes from the layout, once a frame.
 */
export function driveByScroll(dispatch: Dispatch, options: ScrollOptions): ScrollDriver {
  const { page, story, observed, measure } = options;
  let layout: ScrollLayout | undefined;
  let frame = 0;
  /** Where the page was brought, until it is scrolled on: whole pixels lose digits of a playhead. */
  let brought: { playhead: Playhead; top: number } | undefined;

  const measured = (): ScrollLayout => {
    layout ??= measure();
    return layout;
  };
  const read = (): void => {
    const now = measured();
    if (now.boxes.length === 0) return;
    dispatch({ type: 'seek', playhead: playheadAtScroll(now, page.top()) });
  };
  const schedule = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      read();
    });
  };
  const bring = (playhead: Playhead): void => {
    page.scrollTo(scrollForPlayhead(measured(), playhead));
    brought = { playhead, top: page.top() };
  };
  /** Whether a step can be seen: who reads elsewhere on the page is not taken back to the story. */
  const isSeen = ({ boxes }: ScrollLayout): boolean =>
    (boxes.at(-1)?.bottom ?? 0) > page.top() && (boxes[0]?.top ?? 0) < page.top() + page.height();
  const refresh = (): void => {
    if (layout && frame) read();
    const before = layout;
    layout = undefined;
    const playhead = brought?.top === page.top() ? brought.playhead : options.playhead();
    const moved = playheadAtScroll(measured(), page.top());
    // In a layout that is as it was, another playhead means that the page was scrolled.
    const isNew = before !== undefined && !isSameLayout(before, measured());
    if (isNew && isSeen(before) && formatPlayhead(moved) !== formatPlayhead(playhead))
      bring(playhead);
    read();
  };
  const unwatch = page.watch(story, schedule);
  const sizes = new ResizeObserver(refresh);
  for (const element of [document.documentElement, ...observed]) sizes.observe(element);
  return {
    go(playhead) {
      bring(playhead);
      read();
    },
    isBefore: (playhead) => page.top() < scrollForPlayhead(measured(), playhead) - 1,
    read,
    refresh,
    dispose() {
      unwatch();
      sizes.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}
