import { expect, type Page, test } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import { frameByCommand } from '../support/command.ts';
import { openStory, scrollY, seek, settled } from '../support/story-page.ts';

const VIEWPORT = { width: 1000, height: 640 };

test.use({ viewport: VIEWPORT, contextOptions: { reducedMotion: 'reduce' } });

/** The frames between two scroll positions, every few pixels. */
function framesBetween(page: Page, from: number, to: number): Promise<Frame[]> {
  return page.evaluate(
    async ({ from, to }) => {
      const story = document.querySelector('map-story');
      const frames: Frame[] = [];
      for (let top = from; top <= to; top += 24) {
        window.scrollTo({ top, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        if (story?.frame) frames.push(story.frame);
      }
      return frames;
    },
    { from, to },
  );
}

const distinct = (values: readonly unknown[]): number =>
  new Set(values.map((value) => JSON.stringify(value))).size;

test('the map cuts from one step to the next, and nothing moves within a step', async ({
  page,
}) => {
  await openStory(page);
  await seek(page, 'yalu', 0);
  const from = await scrollY(page);
  await seek(page, 'first-clash', 1);
  const frames = await framesBetween(page, from, await scrollY(page));
  expect(distinct(frames.map(({ camera }) => camera))).toBe(2);
  for (const step of ['yalu', 'first-clash']) {
    const read = frames.filter(({ playhead }) => playhead.step === step && playhead.travel === 0);
    expect(read.length).toBeGreaterThan(10);
    expect(distinct(read.map(({ playhead }) => playhead.progress))).toBeGreaterThan(5);
    expect(distinct(read.map(({ date, day, layers }) => ({ date, day, layers })))).toBe(1);
  }
});

test('keys go at once, without a flight', async ({ page }) => {
  await openStory(page, '#yalu');
  const steps = await page.evaluate(async () => {
    const story = document.querySelector('map-story');
    const seen: (string | undefined)[] = [];
    story?.addEventListener('story-frame', () => seen.push(story.playhead?.step));
    story?.next();
    await story?.settled();
    return seen;
  });
  expect(new Set(steps)).toEqual(new Set(['first-clash']));
});

test('the frame is the one that the command prints for less motion', async ({ page }) => {
  await openStory(page);
  for (const progress of [0, 0.5]) {
    const frame = await seek(page, 'yalu', progress);
    const options = ['--reduced-motion'];
    expect(frame).toEqual(await frameByCommand(frame.playhead, VIEWPORT, options));
  }
});

test('a reader who changes their mind gets motion back', async ({ page }) => {
  await openStory(page);
  const still = await seek(page, 'yalu', 0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(async () => (await settled(page)).date).not.toBe(still.date);
});
