import type { Playhead } from '../core/playhead.ts';
import type { LngLat } from '../core/story.ts';

/** How much of a step's text stands on the screen of the class. */
export type CardMode = 'full' | 'headline' | 'none';

/** What covers the screen of the class, so that it looks at the teacher. */
export type Cover = 'none' | 'black' | 'white';

/** A line that was drawn on the map by hand: at least two places, `[lon, lat]` in degrees. */
export type DrawnLine = readonly LngLat[];

/**
 * All that the windows of one lesson share: what the class sees follows from it, and from nothing
 * else. A value: it is replaced, never changed. Plain JSON.
 */
export interface Lesson {
  /** Where the story stands, or is going to. */
  at: Playhead;
  /** Whether it is played to; else the picture is there at once. */
  played: boolean;
  /** How many of the story's steps the class has seen, 1 or more: the rest is still hidden. */
  seen: number;
  card: CardMode;
  cover: Cover;
  /** Whether the questions of the present step stand on the screen. */
  questions: boolean;
  /** Whether the story goes on by itself. */
  autoplay: boolean;
  /** What was drawn on the map; it goes with the step, unless it is kept. */
  lines: readonly DrawnLine[];
  /** Whether what was drawn stays when the step changes. */
  keepLines: boolean;
  /** When the lesson began, in milliseconds since 1970; `null` before it did. */
  began: number | null;
}
