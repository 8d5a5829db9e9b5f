import { hashFor, stepFromHash } from '../core/deep-link.ts';
import { formatPlayhead, type Playhead, parsePlayhead } from '../core/playhead.ts';
import { pageHub } from './page-hub.ts';

/** What the address driver reads and asks for. */
export interface HashOptions {
  stepIds: readonly string[];
  playhead: () => Playhead;
  /** Whether this story is the one that the address should follow. */
  isActive: () => boolean;
  go: (playhead: Playhead) => void;
}

/** The address as a source of playheads. */
export interface HashDriver {
  /** Goes where the address says. Returns whether it says anything. */
  restore(): boolean;
  /** Makes the address name a step, as a new entry in the history. */
  push(stepId: string): void;
  /** Makes the address name the present step, in place. */
  replace(): void;
  /** Ends it and all its listeners. */
  dispose(): void;
}

interface HistoryState {
  legenda?: string;
}

/**
 * Keeps the address on the present step, so that a link opens the story there, and the way back
 * through the history, or a reload, leads to the very place the reader was at.
 */
export function driveByHash({ stepIds, playhead, isActive, go }: HashOptions): HashDriver {
  const hub = pageHub(window);
  const replace = (): void => {
    const active = isActive();
    // The browser would restore a scroll position of a page that is laid out otherwise by now.
    history.scrollRestoration = active ? 'manual' : 'auto';
    if (!active) return;
    const here = playhead();
    const state: HistoryState = { ...history.state, legenda: formatPlayhead(here) };
    history.replaceState(state, '', hashFor(here.step));
  };
  const restore = (): boolean => {
    const saved = (history.state as HistoryState | null)?.legenda;
    const exact = saved === undefined ? undefined : parsePlayhead(saved);
    const step = stepFromHash(location.hash, stepIds);
    if (step === undefined) return false;
    go(exact?.step === step ? exact : { step, progress: 0, travel: 0 });
    return true;
  };
  const ends = [
    hub.on('popstate', restore),
    hub.on('hashchange', restore),
    hub.on('scrollend', replace),
    hub.on('pagehide', replace),
  ];
  return {
    restore,
    replace,
    push(stepId) {
      replace();
      history.pushState({ legenda: stepId }, '', hashFor(stepId));
    },
    dispose() {
      for (const end of ends) end();
    },
  };
}
