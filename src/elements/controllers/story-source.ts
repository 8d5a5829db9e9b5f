import type { Story } from '../../core/story.ts';
import { checkedStory, loadStory } from '../load-story.ts';
import { waitWithStills } from './waiting-stills.ts';

/** Where the story of an element comes from: a file, or the page's script. What is no story that can be drawn is not taken. */
export interface StorySource {
  /** The story, once there is one. */
  story(): Story | undefined;
  /** Takes a value for the story, or nothing. */
  set(value: unknown): void;
  /** Begins to load a file, and goes on until it is there and whole, or something else is set or loaded. */
  load(src: string): void;
  /** Ends what is loading. */
  stop(): void;
}

/** Whose story it is, and what is told of its source. */
export interface SourceOptions {
  /** The element, which has stills of its own while its story is awaited. */
  host: HTMLElement;
  /** There is another story, or none. */
  onStory(before: Story | undefined): void;
  /** There is none, and why; without an error, nothing is amiss any more. */
  onFail(error?: unknown): void;
}

/** Makes a source that has nothing yet. */
export function createSource({ host, onStory, onFail }: SourceOptions): StorySource {
  let story: Story | undefined;
  let loading: AbortController | undefined;
  let endWait = (): void => {};
  const stop = (): void => {
    loading?.abort();
    endWait();
  };
  const take = (next: Story | undefined): void => {
    const before = story;
    stop();
    story = next;
    onFail();
    onStory(before);
  };
  return {
    story: () => story,
    stop,
    set(value) {
      try {
        take(value == null ? undefined : checkedStory(value));
      } catch (error) {
        take(undefined);
        onFail(error);
      }
    },
    load(src) {
      stop();
      loading = new AbortController();
      const { signal } = loading;
      endWait = waitWithStills(host);
      // It rejects only where it is stopped.
      loadStory(src, { signal, onFail }).then(take, () => {});
    },
  };
}
