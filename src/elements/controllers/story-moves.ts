import type { Story } from '../../core/story.ts';
import type { Guide } from './read-guide.ts';

/** Moves that a page's script asks of a story which may not have come yet: they are done in the order of the calls. */
export interface StoryMoves {
  /** Goes to a step. Resolves when it has been done; rejects with a RangeError where there is no such step. */
  seek(stepId: string, progress: number): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
  /** The story is there: what waits for it is done. */
  begin(): void;
}

/** What moves are made of. */
export interface MovesOptions {
  /** What moves the story, once it is there. */
  guide: () => Guide | undefined;
  story: () => Story | undefined;
  /** A move was asked for that cannot be done. */
  onError: (message: string) => void;
}

/** Keeps moves until there is a guide. */
export function createMoves({ guide: guideNow, story, onError }: MovesOptions): StoryMoves {
  const waiting: ((guide: Guide) => void)[] = [];
  const whenThere = (move: (guide: Guide) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const doIt = (guide: Guide): void => {
        try {
          resolve(move(guide));
        } catch (error) {
          reject(error);
        }
      };
      const guide = guideNow();
      if (guide) doIt(guide);
      else waiting.push(doIt);
    });
  return {
    seek: (step, progress) =>
      whenThere((guide) => {
        if (story()?.steps.some(({ id }) => id === step)) {
          return guide.go({ step, progress, travel: 0 });
        }
        const message = `This story has no step "${step}".`;
        onError(message);
        throw new RangeError(message);
      }),
    next: () => whenThere((guide) => guide.next()),
    previous: () => whenThere((guide) => guide.previous()),
    begin() {
      const guide = guideNow();
      if (guide) for (const move of waiting.splice(0)) move(guide);
    },
  };
}
