import type { Story } from '../core/story.ts';
import type { Action } from './actions.ts';
import type { Lesson } from './lesson.ts';
import { readingDuration } from './pace.ts';

/** What goes on by itself, and how. */
export interface SelfPlayOptions {
  story: Story;
  lesson: () => Lesson;
  act: (action: Action) => void;
  /** Puts away what this window alone has open, before it begins again. */
  clear: () => void;
  /** Whether it begins again at the end, and by itself when nobody has touched anything for a while. */
  kiosk: boolean;
  /** Whether this window says when to go on; of several, one should. */
  isDriver: boolean;
}

/** A story that goes on by itself. */
export interface SelfPlay {
  /** The picture has come to rest, or the lesson has changed. */
  rest(isPlaying: boolean): void;
  /** An exhibition opens. */
  begin(): void;
  /** Somebody is there. */
  touch(): void;
  dispose(): void;
}

/** Milliseconds after which an exhibition's story begins again when nobody is there. */
const ALONE = 60_000;

/** Waits at each step as long as its text takes to read, then goes on; at the end it stops, or begins again. */
export function createSelfPlay(options: SelfPlayOptions): SelfPlay {
  const { story, lesson, act, clear, kiosk, isDriver } = options;
  let wait = 0;
  let alone = 0;
  let waitsAt = '';
  const goOn = (): void => {
    waitsAt = '';
    const { at } = lesson();
    const isLast = at.step === story.steps.at(-1)?.id && at.progress === 1;
    if (!isLast) act({ type: 'next' });
    else act({ type: kiosk ? 'first' : 'autoplay' });
  };
  const rest = (isPlaying: boolean): void => {
    const { autoplay, at } = lesson();
    const place = isDriver && autoplay && !isPlaying ? `${at.step} ${at.progress}` : '';
    if (place === waitsAt) return;
    waitsAt = place;
    clearTimeout(wait);
    const step = story.steps.find(({ id }) => id === at.step);
    if (place && step) wait = window.setTimeout(goOn, readingDuration(step));
  };
  const begin = (): void => {
    clear();
    act({ type: 'begin-again' });
  };
  return {
    rest,
    begin() {
      if (kiosk) begin();
    },
    touch() {
      clearTimeout(alone);
      if (kiosk) alone = window.setTimeout(begin, ALONE);
    },
    dispose() {
      clearTimeout(wait);
      clearTimeout(alone);
    },
  };
}
