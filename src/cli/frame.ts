import { parsePlayhead } from '../core/playhead.ts';
import { sampleTimeline } from '../core/sample-timeline.ts';
import { createTimeline } from '../core/timeline.ts';
import { createViewport, type Viewport } from '../core/viewport.ts';
import { readStory } from './read-story.ts';
import { StoryFileError } from './story-file-error.ts';

/** Options of `legenda frame`, as typed. */
export interface FrameOptions {
  at: string;
  viewport: string;
  reducedMotion?: boolean;
}

function parseViewport(text: string): Viewport {
  const match = /^(\d{1,5})x(\d{1,5})$/.exec(text);
  const [width, height] = [Number(match?.[1]), Number(match?.[2])];
  if (!(width > 0 && height > 0)) {
    throw new StoryFileError(`"${text}" is not a viewport. Write it like 1280x800.`);
  }
  return createViewport(width, height);
}

/**
 * `legenda frame`: the frame of a story file at a playhead, as JSON, without a browser. Throws
 * {@link StoryFileError} where an option cannot be read or the story has no such step.
 */
export function frameCommand(file: string, options: FrameOptions): string {
  const viewport = parseViewport(options.viewport);
  const playhead = parsePlayhead(options.at);
  if (!playhead) {
    throw new StoryFileError(
      `"${options.at}" is not a place in a story. Write it like yalu, yalu:0.5 or yalu+0.5.`,
    );
  }
  const story = readStory(file, (line) => process.stderr.write(`${line}\n`));
  if (!story.steps.some(({ id }) => id === playhead.step)) {
    const ids = story.steps.map(({ id }) => id).join(', ');
    throw new StoryFileError(`${file} has no step "${playhead.step}". Its steps are: ${ids}.`);
  }
  const reducedMotion = options.reducedMotion ?? false;
  const timeline = createTimeline(story, viewport, { reducedMotion });
  return JSON.stringify(sampleTimeline(timeline, playhead), null, 2);
}
