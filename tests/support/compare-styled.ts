import type { Page } from '@playwright/test';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import type { Story } from '../../src/core/story.ts';
import { createTimeline } from '../../src/core/timeline.ts';
import { drawStill } from '../../src/still/draw-still.ts';
import type { StillAtlas } from '../../src/still/still-atlas.ts';
import { keepLive, keepStill, type Likeness, likeness, viewportOf } from './layer-pictures.ts';

/** One thing of a picture that is compared: layers of the live map, and groups of the still. */
export interface ComparedThing {
  name: string;
  shown: readonly string[];
  groups: readonly string[];
}

/** How alike still and live map are in some things. */
export type Comparison = Likeness & { name: string };

/** A layer of a story as a thing that is compared. */
export const storyThing = (id: string): ComparedThing => ({
  name: id,
  shown: [`story-${id}`],
  groups: [id === 'texts' ? 'names' : id],
});

/**
 * Compares the end of a step of the story that a page shows (see `openStoryData`) with its still, one thing
 * after the other. Without the atlas's names, which both place where they find room.
 */
export async function compareStep(
  page: Page,
  { story, step, atlas }: { story: Story; step: string; atlas: StillAtlas },
  things: readonly ComparedThing[],
): Promise<Comparison[]> {
  const viewport = await viewportOf(page);
  const timeline = createTimeline(story, viewport);
  const frame = sampleTimeline(timeline, { step, progress: 1, travel: 0 });
  const svg = drawStill(frame, viewport, { story, atlas: { ...atlas, labels: [] } });
  const found: Comparison[] = [];
  for (const { name, shown, groups } of things) {
    await keepLive(page, { frame, shown, name: 'live' });
    await keepStill(page, { svg, groups, name: 'still' });
    found.push({ name, ...(await likeness(page, 'live', 'still')) });
  }
  return found;
}

/** The most that still and live map may differ in a thing, where it is not {@link LIMIT}. */
const LIMITS: Readonly<Record<string, Partial<Likeness>>> = {
  // An edge of a polygon is a pixel without smooth sides on the live map.
  edges: { unlike: 0.06 },
  // Dashes begin anew in each tile of the live map.
  dashes: { unlike: 0.4 },
  // Letters are thinner than what is compared around them.
  texts: { unlike: 0.2 },
  // Of a globe as large as a coin, whose coasts are drawn over.
  land: { unlike: 0.1 },
  borders: { more: 0.3 },
};
const LIMIT = { unlike: 0.03, more: 0.1 };

/** Those of some comparisons that are farther apart than they may be. */
export function farApart(comparisons: readonly Comparison[]): Comparison[] {
  return comparisons.filter(({ name, unlike, more }) => {
    const limits = { ...LIMIT, ...LIMITS[name] };
    return unlike > limits.unlike || Math.abs(more) > limits.more;
  });
}

/** A comparison as a line of a table. */
export function comparisonLine({ name, drawn, unlike, more }: Comparison): string {
  const parts = [unlike, more].map((part) => `${(part * 100).toFixed(1)} %`.padStart(10));
  return `${name.padEnd(20)}${String(drawn).padStart(10)}${parts.join('')}`;
}
