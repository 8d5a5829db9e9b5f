import { expect, type Page, test } from '@playwright/test';
import { createViewport } from '../../src/core/viewport.ts';
import { frameByCommand } from '../support/command.ts';
import { openWithStills } from '../support/save-data.ts';
import { openStory, playheadOf, seek, settled } from '../support/story-page.ts';

const WIDE = { width: 1000, height: 640 };
const TALL = { width: 640, height: 1000 };

test.use({ viewport: WIDE });

async function expectNear(page: Page, step: string, progress: number): Promise<void> {
  const playhead = await playheadOf(page);
  expect(playhead.step).toBe(step);
  // Whole pixels of scroll: a step's track is never shorter than 50 of them.
  expect(Math.abs(playhead.progress - progress)).toBeLessThan(0.02);
}

test('turning the screen keeps the reader’s place, and frames it for the new window', async ({
  page,
}) => {
  await openStory(page);
  await seek(page, 'yalu', 0.5);
  for (const size of [TALL, WIDE]) {
    await page.setViewportSize(size);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width);
    const frame = await settled(page);
    await expectNear(page, 'yalu', 0.5);
    expect(frame).toEqual(await frameByCommand(frame.playhead, size));
  }
});

test('turning the screen at the story’s end keeps the reader there', async ({ page }) => {
  await openStory(page);
  await seek(page, 'sources', 1);
  for (const size of [TALL, WIDE]) {
    await page.setViewportSize(size);
    const frame = await settled(page);
    expect(frame.playhead.step).toBe('sources');
    expect(frame).toEqual(await frameByCommand(frame.playhead, size));
  }
});

test('turning the screen before the first step does not begin the story', async ({ page }) => {
  await openWithStills(page);
  await page.setViewportSize(TALL);
  await settled(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

for (const step of ['parallel', 'yalu', 'sources']) {
  test(`the whole of ${step} is read in a window 400 pixels high`, async ({ page }) => {
    const size = { width: 1000, height: 400 };
    await page.setViewportSize(size);
    await openWithStills(page);
    expect((await seek(page, step, 0)).playhead).toEqual({ step, progress: 0, travel: 0 });
    expect((await seek(page, step, 1)).playhead).toEqual({ step, progress: 1, travel: 0 });
    const lastLine = await page
      .locator(`story-step#${step}`)
      .evaluate((element) => element.lastElementChild?.getBoundingClientRect().bottom);
    expect(lastLine).toBeLessThanOrEqual(createViewport(size.width, size.height).card.bottom);
  });
}

test('letters that come late do not move the reader', async ({ page }) => {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.woff2', async (route) => {
    await released;
    await route.continue();
  });
  const height = () => page.locator('story-step#yalu').evaluate((step) => step.clientHeight);
  await page.goto('./stories/stalin-korea/', { waitUntil: 'domcontentloaded' });
  // The map waits for its own letters too, so only the page is ready here.
  await expect.poll(() => playheadOf(page).catch(() => undefined)).toBeTruthy();
  await page.evaluate(() => document.querySelector('map-story')?.seek('yalu', 0.5));
  await expectNear(page, 'yalu', 0.5);
  const before = await height();
  release();
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  expect(await height()).not.toBe(before);
  await expectNear(page, 'yalu', 0.5);
});

test('opening and closing the sources of a step does not move the reader', async ({ page }) => {
  await openWithStills(page);
  const before = await seek(page, 'yalu', 0.5);
  const sources = page.locator('story-step#yalu details.sources');
  for (const open of [true, false]) {
    await sources.locator('summary').evaluate((summary: HTMLElement) => summary.click());
    await expect(sources).toHaveJSProperty('open', open);
    await settled(page);
    await expectNear(page, 'yalu', before.playhead.progress);
  }
});

test('opening the sources of an earlier step does not move the reader', async ({ page }) => {
  await openWithStills(page);
  const before = await seek(page, 'yalu', 0.5);
  await page
    .locator('story-step#parallel details.sources summary')
    .evaluate((summary: HTMLElement) => summary.click());
  await settled(page);
  await expectNear(page, 'yalu', before.playhead.progress);
});

test('a page zoomed to 200 per cent shows the frame of its window @long', async ({
  browser,
  baseURL,
  page,
}) => {
  await openStory(page);
  const sharp = await browser.newPage({
    viewport: WIDE,
    deviceScaleFactor: 2,
    ...(baseURL && { baseURL }),
  });
  await openStory(sharp);
  expect(await sharp.evaluate(() => devicePixelRatio)).toBe(2);
  for (const [step, progress] of [
    ['yalu', 0.5],
    ['two-weeks', 0],
    ['armistice', 1],
  ] as const) {
    expect(await seek(sharp, step, progress)).toEqual(await seek(page, step, progress));
  }
  await sharp.close();
});
