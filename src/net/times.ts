/** How long is waited for what is loaded while a story is read, milliseconds: all of it stands here. */
export const TIMES = {
  /** The first pause before something that failed is asked for again; each next one is twice as long. */
  pause: 1000,
  /** No pause is longer. */
  longestPause: 30_000,
  /** Something that has failed for so long is told to the reader: a shorter break is not. */
  tell: 1500,
  /** Something that has not failed, and has not come for so long, is late: that is told too. */
  late: 8000,
  /** A request that brings nothing for so long has failed, and is ended. */
  silence: 40_000,
  /** Who waits for a settled picture is told so when something has failed for so long meanwhile. */
  giveUp: 10_000,
  /** Nobody waits for longer for a settled picture, whatever the reason. */
  longest: 60_000,
} as const;

/** How long to wait before something is asked for again that has failed in `round`, counted from 0; milliseconds. */
export const pauseAfter = (round: number): number =>
  Math.min(TIMES.pause * 2 ** round, TIMES.longestPause);

/** Calls back after a time, milliseconds; returns what cancels it. */
export function afterTime(time: number, callback: () => void): () => void {
  const timer = setTimeout(callback, time);
  return () => clearTimeout(timer);
}

/** Resolves or rejects as `work` does, and rejects where that takes longer than {@link TIMES.longest}. */
export function withinMinute<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = new Error('The picture has not settled within a minute.');
    const cancel = afterTime(TIMES.longest, () => reject(late));
    work.then(resolve, reject).finally(cancel);
  });
}
