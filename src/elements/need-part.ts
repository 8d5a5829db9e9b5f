import { wordsFor } from '../core/reader-error.ts';
import { keepLoading, loadPart } from '../net/load-part.ts';
import { afterTime, TIMES } from '../net/times.ts';
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

/** Loads as `load` does; what takes long is told until it has come or failed. */
const telling =
  <T>(element: Element, name: string, load: Load<T>): Load<T> =>
  () => {
    let isTold = false;
    const cancel = afterTime(TIMES.late, () => {
      isTold = true;
      const words = `${name} is slow to load. It will come by itself.`;
      emit(element, MISSING, [name, words] satisfies Missing);
    });
    return load().finally(() => {
      cancel();
      if (isTold) isThere(element, name);
    });
  };

/** Loads a part that the reader has asked for. Rejects, with words for the reader, where it does not come. */
export const askPart = <T>(element: Element, name: string, load: Load<T>): Promise<T> =>
  loadPart(name, telling(element, name, load));

/** Loads a part without which the story is not whole, until it is there; meanwhile the reader is told. */
export async function needPart<T>(element: Element, name: string, load: Load<T>): Promise<T> {
  const told = telling(element, name, load);
  const part = await keepLoading(name, told, tellOf(element, name, false));
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
  await askPart(element, name, load).then(use, tellOf(element, name, true));
}
