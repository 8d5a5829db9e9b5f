import { afterTime, TIMES } from './times.ts';

/** How often is looked whether something fails, milliseconds. */
const LOOK = 500;

/**
 * Resolves or rejects as `work` does, but rejects with the words of `isFailing` where it has said something, without
 * a break, for {@link TIMES.giveUp} of the time in which it was waited.
 */
export function waitUnless<T>(
  work: Promise<T> | undefined,
  isFailing: () => string,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let failed = 0;
    const look = (): void => {
      const words = isFailing();
      failed = words ? failed + LOOK : 0;
      if (failed > TIMES.giveUp) reject(new Error(words));
      else cancel = afterTime(LOOK, look);
    };
    let cancel = afterTime(LOOK, look);
    Promise.resolve(work)
      .then(resolve, reject)
      .finally(() => cancel());
  });
}
