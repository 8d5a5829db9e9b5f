import type { ScrollPage } from '../drivers/scroll.ts';
import type { GuestLink, HostView } from './guest-link.ts';

/** What a story in a frame scrolls in. */
export interface FramePage extends ScrollPage {
  /** What lies at the top of it now, to fractions of a pixel: where things are to be placed. */
  exact(): number;
  /** Calls back on every change of what is seen; returns what ends it. */
  on(listener: () => void): () => void;
  /** Resolves when the scroll that was last asked for is done. */
  arrived(): Promise<void>;
}

/** So many views may be on their way while a scroll is asked for; one that comes after them has not been heard. */
const VIEWS_UNDER_WAY = 8;

/**
 * The part of an auto-height frame that the page around it shows. To scroll it, the page around is
 * asked to scroll; a place that was asked for counts as reached where the page's whole pixels come
 * nearest to it.
 */
export function createHostPage(link: GuestLink): FramePage {
  let top = link.view()?.top ?? 0;
  let asked: { top: number; n: number } | undefined;
  /** Views since then of a host that had not yet heard it. */
  let before = 0;
  let isDone = true;
  let waiting: (() => void)[] = [];
  const height = (): number => link.view()?.height ?? document.documentElement.clientHeight;
  const take = (view: HostView): void => {
    if (asked && view.ack < asked.n) {
      before += 1;
      if (before < VIEWS_UNDER_WAY) return;
      asked = undefined;
    }
    isDone = true;
    top = view.top;
    for (const done of waiting.splice(0)) done();
    waiting = [];
  };
  const onView = (callback: () => void): (() => void) =>
    link.on((message) => {
      if (message.type !== 'view') return;
      take(message);
      callback();
    });
  return {
    top: () => (asked && Math.abs(top - asked.top) < 1 ? asked.top : top),
    exact: () => top,
    shift: () => 0,
    height,
    scrollTo(to) {
      asked = { top: to, n: link.say({ type: 'scroll', top: to }) };
      before = 0;
      isDone = false;
      top = to;
    },
    watch: (_story, onScroll) => onView(onScroll),
    on: onView,
    arrived: () =>
      isDone ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)),
  };
}

/** A frame of fixed height whose scroll no wheel and no finger moves: only what a reader asks for step by step. */
export function createStepsPage(): FramePage {
  const listeners = new Set<() => void>();
  let top = 0;
  const on = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    top: () => top,
    exact: () => top,
    shift: () => top,
    height: () => document.documentElement.clientHeight,
    scrollTo(to) {
      top = Math.max(0, to);
      for (const listener of listeners) listener();
    },
    watch: (_story, onScroll) => on(onScroll),
    on,
    arrived: () => Promise.resolve(),
  };
}
