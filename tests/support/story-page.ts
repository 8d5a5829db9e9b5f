import type { Locator, Page } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import type { Playhead } from '../../src/core/playhead.ts';
import type {} from '../../src/elements/define.ts';

/** The story that the tests read, relative to the site. */
export const STORY = './stories/stalin-korea/';

/** Its file, from the project's root. */
export const STORY_FILE = 'stories/stalin-korea/story.md';

/** Opens the story and waits until the map shows where it opened. */
export async function openStory(page: Page, hash = ''): Promise<Frame> {
  await page.goto(`${STORY}${hash}`);
  return settled(page);
}

/** Waits until the map shows the present frame, and gives that frame. */
export function settled(page: Page): Promise<Frame> {
  return page.evaluate(async () => {
    await customElements.whenDefined('map-story');
    const story = document.querySelector('map-story');
    if (!story) throw new Error('The page has no story.');
    return story.settled();
  });
}

/** Goes at once to a step, `progress` of it read, and waits until the map shows it. */
export async function seek(page: Page, step: string, progress = 0): Promise<Frame> {
  await page.evaluate(
    ({ step, progress }) => document.querySelector('map-story')?.seek(step, progress),
    { step, progress },
  );
  return settled(page);
}

/** The still that is shown; none while the live map is. */
export function still(page: Page): Locator {
  return page.locator('map-story > figure[data-present]');
}

/** Whether the live map is shown, in place of a still. */
export function isLive(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    return stage?.hasAttribute('live') ?? false;
  });
}

/** Scrolls in one jump, and waits until the map shows what belongs there. */
export async function scrollToY(page: Page, y: number): Promise<Frame> {
  await page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), y);
  return settled(page);
}

/** How far the page is scrolled, CSS pixels. */
export function scrollY(page: Page): Promise<number> {
  return page.evaluate(() => window.scrollY);
}

/** The ids of the story's steps, in reading order. */
export function stepIds(page: Page): Promise<string[]> {
  return page.evaluate(
    () => document.querySelector('map-story')?.story?.steps.map(({ id }) => id) ?? [],
  );
}

/** Where the reader is now. */
export function playheadOf(page: Page): Promise<Playhead> {
  return page.evaluate(() => {
    const playhead = document.querySelector('map-story')?.playhead;
    if (!playhead) throw new Error('The story has not begun.');
    return playhead;
  });
}

/**
 * What would move over a picture of the map, or stand on it at fractions of a pixel, so that the
 * browser paints its letters and edges a shade differently after another scroll.
 */
const OVER_THE_MAP = `map-story > *, .bar, story-legend { visibility: hidden !important }`;

/** The map with its date as a PNG, without the text over it; the story has settled before. */
export async function stagePicture(page: Page): Promise<Buffer> {
  const clip = await page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    const box = stage?.getBoundingClientRect();
    return box && { x: box.x, y: box.y, width: box.width, height: box.height };
  });
  if (!clip) throw new Error('The page has no stage.');
  return page.screenshot({ clip, style: OVER_THE_MAP });
}
