import type { Story } from '../../core/story.ts';
import { checkedStory, loadStory } from '../load-story.ts';

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

/** What is told of a source. */
export interface SourceEvents {
  /** There is another story, or none. */
  onStory(before: Story | undefined): void;
  /** There is none, and why; without an error, nothing is amiss any more. */
  onFail(error?: unknown): void;
}

/** Makes a source that has nothing yet. */
export function createSource({ onStory, onFail }: SourceEvents): StorySource {
  let story: Story | undefined;
  let loading: AbortController | undefined;
  const stop = (): void => loading?.abort();
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
      // It rejects only where it is stopped.
      loadStory(src, { signal, onFail }).then(take, () => {});
    },
  };
}
