/** A turn to draw a live map. */
export interface LiveTurn {
  /** Resolves when it is known whether the turn is had at once, or when it is given up. */
  asked: Promise<void>;
  /** Whether it is had now. */
  isHeld(): boolean;
  /** Gives it up, or stops waiting for it. */
  release(): void;
}

/** Asks for a turn, and waits for one where all are taken; `onHeld` is called when it is had. */
export type TakeTurn = (onHeld: () => void) => LiveTurn;

/** How many live maps one page has at a time, its frames included: browsers drop graphics when there are many. */
export const MOST_LIVE = 2;

/** The page that this one and all frames in it are on, as far as a frame is let know; without the place in it. */
function pageName(): string {
  const { href } = topLocation() ?? new URL(document.referrer || 'about:blank');
  return href.replace(/#.*/s, '');
}

/** Where the page around all frames is; `undefined` where it is of another origin. */
function topLocation(): { href: string } | undefined {
  try {
    // Reading it throws where it may not be known.
    return { href: (window.top ?? window).location.href };
  } catch {
    return undefined;
  }
}

/**
 * Takes turns that are Web Locks (W3C, 2025), which documents of one origin share and which end with the
 * document. Where a browser refuses them, as in a frame of no origin, all maps may be live.
 */
export const takeLock: TakeTurn = (onHeld) => {
  const names = Array.from({ length: MOST_LIVE }, (_, i) => `legenda-map-${i} ${pageName()}`);
  const stop = new AbortController();
  const { signal } = stop;
  let isHeld = false;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const hold = (lock?: Lock | null): Promise<void> | undefined => {
    if (lock === null || isHeld || signal.aborted) return undefined;
    isHeld = true;
    onHeld();
    return released;
  };
  const tryNow = (name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const take = (lock: Lock | null): Promise<void> | undefined => {
        const kept = hold(lock);
        resolve();
        return kept;
      };
      navigator.locks.request(name, { ifAvailable: true }, take).catch(reject);
    });
  const wait = (name: string): void => {
    // Giving up is no failure.
    navigator.locks.request(name, { signal }, hold).catch(() => {});
  };
  const ask = async (): Promise<void> => {
    for (const name of names) if (!isHeld) await tryNow(name);
    if (isHeld || signal.aborted) return;
    for (const name of names) wait(name);
  };
  return {
    asked: ask().catch(() => void hold()),
    isHeld: () => isHeld,
    release() {
      isHeld = false;
      stop.abort();
      release();
    },
  };
};

const ways = new WeakMap<Element, TakeTurn>();

/** Lets a story take its turns another way than by {@link takeLock}. Called before the element has begun. */
export function setTurns(story: Element, take: TakeTurn): void {
  ways.set(story, take);
}

/** How a story takes its turns. */
export const turnsOf = (story: Element): TakeTurn => ways.get(story) ?? takeLock;
