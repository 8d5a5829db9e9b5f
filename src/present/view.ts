import type { Frame } from '../core/frame.ts';
import type { Story } from '../core/story.ts';
import type { Viewport } from '../core/viewport.ts';
import type { StoryStep } from '../elements/story-step.ts';
import type { Lesson } from './lesson.ts';
import type { Settings } from './settings.ts';
import type { PenTool } from './story-pen.ts';

/** What a window's view is made of. */
export interface ViewOptions {
  host: HTMLElement;
  /** The shadow root of the host. */
  root: ShadowRoot;
  steps: readonly StoryStep[];
  story: Story;
  /** Address of the story's file. */
  src: string;
  settings: Settings;
  /** The view wants another viewport. */
  onResize: () => void;
}

/** What a view shows. */
export interface Show {
  lesson: Lesson;
  frame: Frame;
  isPlaying: boolean;
  /** How many other windows there are. */
  peers: number;
}

/** A dialog of a window. */
export type Panel = 'help' | 'overview' | 'goto';

/** How one window of a lesson looks: the screen of the class, or the teacher's desk. */
export interface View {
  /** The element whose events ask for things. */
  element: HTMLElement;
  /** The viewport of a window of this size, CSS pixels. */
  viewport(width: number, height: number): Viewport;
  show(show: Show): void;
  /** Whether a dialog is open, which has the keys. */
  isBusy(): boolean;
  open(panel: Panel): void;
  close(): void;
  /** Says a short line to the presenter, and which tool is in the hand. */
  notice(text: string, tool?: PenTool): void;
  /** Leaves the page as it was. */
  dispose(): void;
}
