import { afterTime, pauseAfter } from './times.ts';

/** How something is tried until it succeeds. */
export interface TryOptions {
  /** Ends it: it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called for each round that failed. */
  onFail?: (error: unknown) => void;
}

/** Pauses between one try and the next, for many things at once. */
export interface Pauses {
  /** Resolves after the pause that follows a `round`, counted from 0, or when something says that waiting may be over. */
  after(round: number, signal?: AbortSignal): Promise<void>;
  /**
   * Does `attempt` until it succeeds; it is given the round, counted from 0. Pauses grow between the rounds, and end early
   * when the browser is online again, when the page comes to sight, and at {@link Pauses.wake}.
   */
  persist<T>(attempt: (round: number) => Promise<T>, options?: TryOptions): Promise<T>;
  /** Ends all pauses: there is a reason to try again now. */
  wake(): void;
}

/** Resolves or rejects as `work` does, or rejects as soon as `signal` is aborted. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Makes pauses. The page is listened to only while something waits. */
export function createPauses(): Pauses {
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const go of [...waiting]) go();
  };
  const see = (): void => {
    if (!document.hidden) wake();
  };
  const listen = (how: 'addEventListener' | 'removeEventListener'): void => {
    if (typeof window === 'undefined') return;
    window[how]('online', wake);
    document[how]('visibilitychange', see);
  };
  const after = (round: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        cancel();
        signal?.removeEventListener('abort', go);
        waiting.delete(go);
        if (waiting.size === 0) listen('removeEventListener');
        resolve();
      };
      const cancel = afterTime(pauseAfter(round), go);
      if (waiting.size === 0) listen('addEventListener');
      waiting.add(go);
      if (signal?.aborted) go();
      else signal?.addEventListener('abort', go);
    });
  return {
    after,
    wake,
    async persist(attempt, { signal, onFail } = {}) {
      for (let round = 0; ; round += 1) {
        try {
          return await unlessAborted(attempt(round), signal);
        } catch (error) {
          signal?.throwIfAborted();
          onFail?.(error);
          await after(round, signal);
          signal?.throwIfAborted();
        }
      }
    },
  };
}
