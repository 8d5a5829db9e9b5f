import type { Camera } from './camera.ts';
import type { Frame } from './frame.ts';
import type { LngLat, Story } from './story.ts';
import type { Box, Viewport } from './viewport.ts';

/** What keeps a stage's picture from being whole. */
export interface Trouble {
  /**
   * `late`: something has not come yet. `failing`: something has failed. Both heal by themselves: it is waited for, or
   * asked for again. `broken`: the stage is of no use any more; another one may do.
   */
  kind: 'late' | 'failing' | 'broken';
  /** For the reader. */
  message: string;
}

/** Tells that a map, or something that it needs, has not come for a while. */
export const LATE: Trouble = {
  kind: 'late',
  message: 'The map is slow to load. It will be shown as soon as it is there.',
};

/** The browser cannot draw the map, and never will. Its message is for the reader. */
export class NoGraphicsError extends Error {}

/** What a stage tells back. */
export interface StageEvents {
  /** The reader has moved the map to another camera. */
  onUserCamera(camera: Camera): void;
  /** Drawing has failed, or cannot go on; `message` is for the reader. */
  onError(message: string): void;
  /** What the picture needs does not come; without trouble, nothing that it needs is missing any more. Also before the stage is there. */
  onTrouble(trouble: Trouble | undefined): void;
}

/** What a stage is made of. */
export interface StageOptions extends StageEvents {
  /** The element to draw in; it has a size. */
  container: HTMLElementLike;
  story: Story;
  viewport: Viewport;
  /** What lies over the stage, where anything does. */
  covers?: Covers;
  /** Aborted when the stage is no longer wanted: what has been made of it by then is released at once. */
  signal?: AbortSignalLike;
  /** True where a stage before this one broke: what it is made of is then loaded past the browser's cache. Default false. */
  careful?: boolean;
}

/** What lies over a stage: no name is drawn under it. */
export interface Covers {
  /** As it is now. */
  boxes(): readonly Box[];
  /** Calls back when it may have changed by itself, not with a frame; returns what ends it. */
  watch(onChange: () => void): () => void;
}

/** As much as a stage needs of the DOM's `AbortSignal`, which core does not know. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The DOM's element, which core does not know; stages narrow it. */
export type HTMLElementLike = object;

/** Something that draws frames: the live map, or still pictures. */
export interface Stage {
  /** Draws a frame. With `keepCamera` the camera stays where the reader has put it. */
  apply(frame: Frame, options?: { keepCamera?: boolean }): void;
  /** Takes the size of the stage and its padding from a viewport. */
  resize(viewport: Viewport): void;
  /** Resolves when exactly the last applied frame is on the screen, tiles and labels included; while something of it is missing, it waits. */
  settled(): Promise<void>;
  /** Where a position is on the stage, CSS pixels; absent where it is not in sight. */
  project?(position: LngLat): [x: number, y: number] | undefined;
  /** What position is at a point of the stage, CSS pixels; absent where there is only sky. */
  unproject?(point: readonly [x: number, y: number]): LngLat | undefined;
  /** Releases everything; no method may be called after it. */
  destroy(): void;
}

/**
 * Makes a stage; rejects with a message for the reader where it cannot, or where it is no longer wanted, and with a
 * {@link NoGraphicsError} where there is no use in trying again.
 */
export type CreateStage = (options: StageOptions) => Promise<Stage>;

/** Time for drivers: real in a page, by hand in a test. */
export interface Clock {
  /** Milliseconds from any fixed point. */
  now(): number;
  /** Calls back before the next picture; returns what cancels it. */
  onFrame(callback: () => void): () => void;
}
