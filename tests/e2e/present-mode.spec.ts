import { expect, type Page, test } from '@playwright/test';
import type { Camera } from '../../src/core/camera.ts';
import { positionOf } from '../../src/core/playhead.ts';
import type { LngLat } from '../../src/core/story.ts';
import { openBarePage } from '../support/bare-page.ts';
import { mapCamera } from '../support/map-camera.ts';
import {
  CLASSROOM,
  drag,
  goTo,
  lessonOf,
  openPresented,
  panels,
  record,
  recorded,
  recordedFrames,
} from '../support/present-page.ts';
import { openStory, playheadOf, seek, settled, stepIds } from '../support/story-page.ts';

test.use({ viewport: CLASSROOM });

/** Where the playhead has been since {@link record}, as numbers that grow with the story. */
async function way(page: Page): Promise<number[]> {
  const ids = await stepIds(page);
  return (await recorded(page)).map((playhead) => positionOf(ids, playhead));
}

/** Where the camera has been since {@link record}. */
async function cameras(page: Page): Promise<Camera[]> {
  return (await recordedFrames(page)).map(({ camera }) => camera);
}

/** Whether a number is further than the start of a leg and not yet at its end. */
const within = (from: number) => (position: number) => position > from && position < from + 1;

test('p presents the step that is read, and leads back to it', async ({ page }) => {
  await openStory(page);
  const read = await seek(page, 'parallel', 0.4);
  await page.keyboard.press('p');
  await expect(panels(page)).toHaveCount(1);
  await expect(page).toHaveURL(/\?present#parallel$/);
  expect((await settled(page)).playhead).toEqual(read.playhead);
  await expect(page.locator('story-step:visible')).toHaveCount(1);
  await page.keyboard.press('p');
  await expect(panels(page)).toHaveCount(0);
  // A step is read from its beginning.
  expect((await settled(page)).playhead).toEqual({ step: 'parallel', progress: 0, travel: 0 });
  await expect(page).toHaveURL(/\/stalin-korea\/#parallel$/);
});

test('a page of one’s own presents where it says so', async ({ page }) => {
  await openBarePage(
    page,
    '<map-story mode="present" src="./stories/stalin-korea/story.json"></map-story>',
  );
  await panels(page).waitFor({ state: 'attached' });
  await settled(page);
  expect((await lessonOf(page)).at).toEqual({ step: 'kuntsevo', progress: 0, travel: 0 });
  const box = await page.locator('map-story').boundingBox();
  expect(box).toEqual({ x: 0, y: 0, ...CLASSROOM });
  await page.evaluate(() => document.querySelector('map-story')?.setAttribute('mode', 'read'));
  await expect(panels(page)).toHaveCount(0);
});

test('a story that goes on is seen going on, once', async ({ page }) => {
  await openPresented(page, '?present#yalu');
  const ids = await stepIds(page);
  await goTo(page, 'yalu');
  await settled(page);
  const start = positionOf(ids, await playheadOf(page));

  await test.step('it travels to the next step, and then through it', async () => {
    await record(page);
    await page.keyboard.press('Space');
    expect((await lessonOf(page)).played).toBe(true);
    expect((await settled(page)).playhead).toEqual({ step: 'first-clash', progress: 1, travel: 0 });
    const places = await way(page);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.filter(within(start)).length).toBeGreaterThan(2);
    expect(places.filter(within(start + 1)).length).toBeGreaterThan(2);
  });

  await test.step('it sets out from where somebody has put the map', async () => {
    await goTo(page, 'yalu');
    const story = (await settled(page)).camera;
    await drag(page, [640, 120], [500, 220]);
    const put = (await mapCamera(page)).center;
    const way = (at: LngLat): number => Math.hypot(at[0] - put[0], at[1] - put[1]);
    expect(way(story.center)).toBeGreaterThan(0.3);
    await record(page);
    await page.keyboard.press('Space');
    const end = (await settled(page)).camera;
    const [first = story, ...others] = await cameras(page);
    expect(way(first.center)).toBeLessThan(0.2 * way(story.center));
    expect(others.at(-1)).toEqual(end);
    expect(await mapCamera(page)).toEqual(end);
  });

  await test.step('back it goes at once', async () => {
    await record(page);
    await page.keyboard.press('ArrowLeft');
    expect((await settled(page)).playhead).toEqual({ step: 'yalu', progress: 1, travel: 0 });
    expect(new Set(await way(page))).toEqual(new Set([start]));
  });

  await test.step('a second press ends the move at once', async () => {
    await record(page);
    await page.keyboard.press('Space');
    await expect
      .poll(async () => (await way(page)).filter(within(start)).length)
      .toBeGreaterThan(0);
    await page.keyboard.press('Space');
    expect(await playheadOf(page)).toEqual({ step: 'first-clash', progress: 1, travel: 0 });
    const { at, played } = await lessonOf(page);
    expect([at.step, played]).toEqual(['first-clash', false]);
    expect((await way(page)).filter(within(start + 1))).toEqual([]);
    // A third press goes on.
    await page.keyboard.press('Space');
    expect((await lessonOf(page)).at.step).toBe('chosin');
  });

  await test.step('with less motion it is there at once', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await goTo(page, 'yalu');
    await settled(page);
    await record(page);
    await page.keyboard.press('Space');
    expect((await settled(page)).playhead).toEqual({ step: 'first-clash', progress: 1, travel: 0 });
    expect(new Set(await way(page))).toEqual(new Set([start + 2]));
  });
});
