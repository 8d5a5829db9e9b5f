import type { Camera } from '../../src/core/camera.ts';
import type { FrameLabel } from '../../src/core/frame.ts';
import type { Playhead } from '../../src/core/playhead.ts';
import type { Padding } from '../../src/core/viewport.ts';

/** What the map does while a scene is scrubbed: it stands still and dates move, or it travels. */
export type Phase = 'reading' | 'travelling';

/** A stretch of a story to scrub through: the same for the story's page and for the bare one. */
export interface Scene {
  name: string;
  phase: Phase;
  /** Scroll positions of the story's page, one a frame, CSS pixels. */
  positions: number[];
  /** What the story's map showed at each of them. */
  cameras: Camera[];
  /** Where the reader was at each of them. */
  playheads: Playhead[];
  /** The style of the story's map half-way, what our own layers draw then in MapLibre's own. */
  style: object;
  /** The places that are named half-way. */
  labels: FrameLabel[];
}

/** The box of the story's map, CSS pixels. */
export interface MapBox {
  width: number;
  height: number;
  padding: Padding;
}

/** What the story's page can do for the benchmark. */
export interface StoryBench {
  /** Steps whose date moves, in order. */
  movingSteps(): string[];
  box(): MapBox;
  /**
   * Plans scenes: for each step `frames` positions through it, and as many on the way to the next.
   * Keeps them, and gives them as JSON.
   */
  plan(stepIds: readonly string[], frames: number): Promise<string>;
  /** Goes to where a planned scene begins and waits until the map shows it. */
  prepare(index: number): Promise<void>;
  /** Scrolls through the prepared scene, one position a frame; returns how often it was drawn. */
  scrub(): Promise<number>;
  /** Draws the prepared scene's frames on the story's map alone: no text, no bar; returns how often. */
  scrubMap(): Promise<number>;
  /** Scrubs, and returns what our own script took in each frame, milliseconds. */
  ownScript(): Promise<number[]>;
  /** Ends the story's own map and drivers; its text stays as it is. */
  end(): void;
}

/** What the bare page can do for the benchmark, also inside a story's page that has ended. */
export interface BareBench {
  /** Makes the map. In a story's page it stands in the story's stage, and the text is scrolled. */
  start(box: MapBox, scenes: string): Promise<void>;
  /** Shows the style and the first camera of a scene. */
  prepare(index: number): Promise<void>;
  /** Jumps through the prepared scene, one camera a frame; returns how often it was drawn. */
  scrub(): Promise<number>;
}

declare global {
  interface Window {
    storyBench?: StoryBench;
    bareBench?: BareBench;
  }
}

/** Scrolls at once. */
export function scrollTo(top: number): void {
  window.scrollTo({ top, behavior: 'instant' });
}

/** Resolves in the next animation frame. */
export const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/**
 * Does one thing a frame, and waits until the last of them is drawn. A reader's scroll ends once,
 * but one that is set from frame to frame ends in every frame: those ends are kept from the page.
 */
export async function eachFrame<T>(items: readonly T[], act: (item: T) => void): Promise<void> {
  const stop = (event: Event): void => event.stopImmediatePropagation();
  window.addEventListener('scrollend', stop, { capture: true });
  for (const item of items) {
    await nextFrame();
    act(item);
  }
  for (let i = 0; i < 3; i += 1) await nextFrame();
  window.removeEventListener('scrollend', stop, { capture: true });
}
