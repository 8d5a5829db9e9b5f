import { ReaderError } from '../core/reader-error.ts';
import { createPauses } from './pauses.ts';

/** What a reader may do about what is asked for again by itself: the page finds its place again. */
export const WAIT = 'If it does not come, reload the page: you come back to this place.';

/** What a reader may do about what they have asked for. */
const AGAIN = 'Try again, or reload the page: you come back to this place.';

/**
 * Loads a part of Legenda's script: `load` is a dynamic import, `name` what the reader knows it as, such as "The map". It
 * is asked for again after a short pause. Rejects then, with words for the reader, which end in `advice`: the network is
 * gone, or the site has been published anew and no longer has the files of the page that is open.
 */
export async function loadPart<T>(
  name: string,
  load: () => Promise<T>,
  advice: string = AGAIN,
): Promise<T> {
  try {
    return await load();
  } catch {
    await createPauses().after(0);
    return load().catch((cause: unknown) => {
      throw new ReaderError(`${name} could not be loaded. ${advice}`, { cause });
    });
  }
}

/** Loads a part without which a page is not whole: until it is there, after growing pauses. `onFail` is told of each failure. */
export function keepLoading<T>(
  name: string,
  load: () => Promise<T>,
  onFail?: (error: unknown) => void,
): Promise<T> {
  const attempt = (): Promise<T> => loadPart(name, load, WAIT);
  return createPauses().persist(attempt, onFail && { onFail });
}
