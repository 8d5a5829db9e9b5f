import { wordsFor } from '../../core/reader-error.ts';
import { emit } from '../emit.ts';
import { MISSING, type Missing } from '../need-part.ts';

/** What of a story is missing, in words for the reader. */
export interface MissingWords {
  /** Says that something is missing, by its name; without words it is no longer. */
  say(name: string, words?: string): void;
}

/**
 * Keeps account of what is missing of the story in `host`, which its parts tell too. `onWords` is given the words of what
 * has been missing longest, empty where nothing is; news is sent as `story-error`.
 */
export function createMissingWords(host: Element, onWords: (words: string) => void): MissingWords {
  const missing = new Map<string, string>();
  const say: MissingWords['say'] = (name, words) => {
    if (words && words !== missing.get(name)) emit(host, 'story-error', words);
    if (words) missing.set(name, words);
    else missing.delete(name);
    onWords([...missing.values()][0] ?? '');
  };
  host.addEventListener(MISSING, (event) => {
    event.stopPropagation();
    say(...(event as CustomEvent<Missing>).detail);
  });
  return { say };
}

/** What a reader is told of an error; of one that nobody has put into words programmers read in the console. */
export function wordsOf(error: unknown): string {
  console.error(error);
  return wordsFor(error, 'Something went wrong with the map. The text can be read.');
}
