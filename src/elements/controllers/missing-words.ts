import { wordsFor } from '../../core/reader-error.ts';
import { emit } from '../emit.ts';
import { MISSING, type Missing } from '../need-part.ts';

/** What of a story is missing, in words for the reader. */
export interface MissingWords {
  /** Says that something is missing, by its name; without words it is no longer. */
  say(...what: Missing): void;
  /** The reader has gone on: what they had asked for before is no longer told. */
  goOn(): void;
}

/**
 * Keeps account of what is missing of the story in `host`, which its parts tell too. `onWords` is given the words of what
 * has been missing longest, empty where nothing is; news is sent as `story-error`.
 */
export function createMissingWords(host: Element, onWords: (words: string) => void): MissingWords {
  const missing = new Map<string, { words: string; passing: boolean }>();
  const tell = (): void => onWords([...missing.values()][0]?.words ?? '');
  const say: MissingWords['say'] = (name, words, passing = false) => {
    if (words && words !== missing.get(name)?.words) emit(host, 'story-error', words);
    if (words) missing.set(name, { words, passing });
    else missing.delete(name);
    tell();
  };
  host.addEventListener(MISSING, (event) => {
    event.stopPropagation();
    say(...(event as CustomEvent<Missing>).detail);
  });
  return {
    say,
    goOn() {
      for (const [name, { passing }] of missing) if (passing) missing.delete(name);
      tell();
    },
  };
}

/** What a reader is told of an error; of one that nobody has put into words programmers read in the console. */
export function wordsOf(error: unknown): string {
  console.error(error);
  return wordsFor(error, 'Something went wrong with the map. The text can be read.');
}
