import type { Timer } from './browser-timer.ts';

/** The shortest time between two answers, milliseconds: one is heard by all who have asked. */
const PAUSE = 50;

/** Answers questions that may come by the thousand. */
export interface Answers {
  /** Answers now, or, where that was done a moment ago, once for all who ask meanwhile. */
  ask(): void;
  dispose(): void;
}

/** Makes of many calls few: `answer` is called at once, and then no more than once in 50 ms. */
export function createAnswers(timer: Timer, answer: () => void): Answers {
  let isPausing = false;
  let isAsked = false;
  let cancel = (): void => {};
  const give = (): void => {
    isAsked = false;
    isPausing = true;
    cancel = timer.after(PAUSE, () => {
      isPausing = false;
      if (isAsked) give();
    });
    answer();
  };
  return {
    ask() {
      isAsked = true;
      if (!isPausing) give();
    },
    dispose: () => cancel(),
  };
}

/** How many messages a second are read; the rest of that second is dropped, and is made up for by a later hello. */
const MOST_A_SECOND = 1000;

/** Returns true for each call beyond {@link MOST_A_SECOND} in a second. */
export function createFlood(timer: Timer): () => boolean {
  let second = 0;
  let count = 0;
  return () => {
    const now = timer.now();
    if (now - second >= 1000) [second, count] = [now, 0];
    count += 1;
    return count > MOST_A_SECOND;
  };
}
