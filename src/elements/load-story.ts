import { isStory } from '../core/check-story.ts';
import { ReaderError } from '../core/reader-error.ts';
import type { Story } from '../core/story.ts';
import { fetchChecked } from '../net/fetch-checked.ts';
import { WAIT } from '../net/load-part.ts';
import { createPauses, type TryOptions } from '../net/pauses.ts';

const MISSING = `The map could not be loaded. The text can still be read. ${WAIT}`;
const DAMAGED = `The story’s file is damaged, or is not a story that this version of Legenda can read. The text can still be read. ${WAIT}`;

/** An error for readers where a story's file is not what it should be, by what that was found. */
export const damaged = (cause: unknown): ReaderError => new ReaderError(DAMAGED, { cause });

/** A value as a story. Throws, with words for the reader, where it is none that can be drawn. */
export function checkedStory(value: unknown): Story {
  if (isStory(value)) return value;
  throw damaged(undefined);
}

/** Parses a story's file. */
function parseStory(bytes: Uint8Array): Story {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw damaged(cause);
  }
  return checkedStory(value);
}

/**
 * Loads a compiled story, and checks it; `src` is relative to the page. What fails is tried again after growing pauses, past
 * the browser's cache, until it is there and whole. Rejects only where `signal` ends it; `onFail` is told of each failure.
 */
export function loadStory(src: string, { signal, onFail }: TryOptions = {}): Promise<Story> {
  const load = async (round: number): Promise<Story> => {
    const url = new URL(src, document.baseURI).href;
    // Letters and pictures that are in sight come first.
    const how = { fresh: round > 0, priority: 'low', signal } as const;
    const { bytes } = await fetchChecked(url, how).catch((cause: unknown) => {
      throw new ReaderError(MISSING, { cause });
    });
    return parseStory(bytes);
  };
  return createPauses().persist(load, { signal, ...(onFail && { onFail }) });
}
