/** Time as the shared lesson needs it, so that tests can make their own. Milliseconds. */
export interface Timer {
  /** Milliseconds from any fixed point. */
  now: () => number;
  /** Calls back once, after `delay`. Returns what cancels it. */
  after: (delay: number, callback: () => void) => () => void;
}

/** The browser's time. */
export const browserTimer: Timer = {
  now: () => performance.now(),
  after(delay, callback) {
    const id = setTimeout(callback, delay);
    return () => clearTimeout(id);
  },
};
