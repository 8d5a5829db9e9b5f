/** Events of the page that drivers listen to. */
export type PageEvent =
  | 'scroll'
  | 'scrollend'
  | 'resize'
  | 'keydown'
  | 'wheel'
  | 'touchstart'
  | 'pointermove'
  | 'popstate'
  | 'hashchange'
  | 'pagehide'
  | 'pageshow'
  | 'beforeprint'
  | 'afterprint';

/** One set of listeners on a page, however many stories it has. */
export interface PageHub {
  /** Calls back on an event of the window; returns what ends it. */
  on(type: PageEvent, listener: (event: Event) => void): () => void;
}

function createHub(target: Window): PageHub {
  const listeners = new Map<PageEvent, Set<(event: Event) => void>>();
  const tell = (event: Event): void => {
    listeners.get(event.type as PageEvent)?.forEach((listener) => {
      listener(event);
    });
  };
  return {
    on(type, listener) {
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set);
      if (set.size === 0) target.addEventListener(type, tell, { passive: type !== 'keydown' });
      set.add(listener);
      return () => {
        set.delete(listener);
        if (set.size === 0) target.removeEventListener(type, tell);
      };
    },
  };
}

const hubs = new WeakMap<Window, PageHub>();

/**
 * The hub of a window: a second story shares the first one's listeners, and the last one to go takes
 * them with it.
 */
export function pageHub(target: Window): PageHub {
  const hub = hubs.get(target) ?? createHub(target);
  hubs.set(target, hub);
  return hub;
}
