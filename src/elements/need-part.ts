import { wordsFor } from '../core/reader-error.ts';
import { keepLoading, loadPart } from '../net/load-part.ts';
import { emit } from './emit.ts';

/**
 * What of a story's page could not be loaded, and in which words a reader is told; without words it has come. What is
 * `passing` has been asked for by the reader, and is told until they go on to another step.
 */
export type Missing = [name: string, words?: string, passing?: boolean];

/** The event by which parts of `<map-story>` tell it what is missing; `detail` is a {@link Missing}. */
export const MISSING = 'story-missing';

/** Dynamic import of a part of the script. */
type Load<T> = () => Promise<T>;

/** Tells the story that `element` is part of what could not be loaded. */
const tellOf = (element: Element, name: string, passing: boolean) => (error: unknown) => {
  const words = wordsFor(error, `${name} could not be loaded.`);
  emit(element, MISSING, [name, words, passing] satisfies Missing);
};

const isThere = (element: Element, name: string): void =>
  emit(element, MISSING, [name] satisfies Missing);

/** Loads a part without which the story is not whole, until it is there; meanwhile the reader is told. */
export async function needPart<T>(element: Element, name: string, load: Load<T>): Promise<T> {
  const part = await keepLoading(name, load, tellOf(element, name, false));
  isThere(element, name);
  return part;
}

/** Loads a part that the reader has asked for, and uses it; where it does not come the reader is told, and may ask again. */
export async function wantPart<T>(
  element: Element,
  [name, load]: readonly [name: string, load: Load<T>],
  use: (part: T) => void,
): Promise<void> {
  isThere(element, name);
  await loadPart(name, load).then(use, tellOf(element, name, true));
}
