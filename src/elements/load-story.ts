import type { Story } from '../core/story.ts';

function isStory(value: unknown): value is Story {
  const story = value as Partial<Story> | null;
  return (
    story?.version === 1 &&
    Array.isArray(story.steps) &&
    story.steps.length > 0 &&
    Array.isArray(story.layers) &&
    typeof story.data === 'object'
  );
}

/**
 * Fetches a compiled story; `src` is relative to the page. Rejects with a message for the reader where there is none, or where it
 * was compiled for another version of Legenda.
 */
export async function loadStory(src: string): Promise<Story> {
  const url = new URL(src, document.baseURI);
  const missing = 'The map could not be loaded. The text can still be read; reloading may help.';
  // Letters and pictures that are in sight come first.
  const response = await fetch(url, { priority: 'low' }).catch((cause: unknown) => {
    throw new Error(missing, { cause });
  });
  if (!response.ok) throw new Error(missing);
  const value: unknown = await response.json().catch(() => null);
  if (isStory(value)) return value;
  throw new Error(`${url.pathname} is not a story that this version of Legenda can read.`);
}
