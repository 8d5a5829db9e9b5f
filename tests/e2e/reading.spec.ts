import { expect, type Page, test } from '@playwright/test';
import { scrollSlowly } from '../support/places.ts';
import { openWithStills } from '../support/save-data.ts';
import { openStory, playheadOf, scrollY, seek, settled, stepIds } from '../support/story-page.ts';

test.use({ viewport: { width: 1000, height: 640 } });

/** Presses keys one after the other, and gives the step at which each one has led. */
async function stepsAfter(page: Page, keys: readonly string[]): Promise<string[]> {
  const steps: string[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    const { playhead } = await settled(page);
    expect(playhead).toEqual({ step: playhead.step, progress: 0, travel: 0 });
    steps.push(playhead.step);
  }
  return steps;
}

test('the story is read to its end without an error and without a request to another host', async ({
  page,
  baseURL,
}) => {
  const errors: string[] = [];
  const hosts = new Set<string>();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(host);
  });
  await openStory(page);
  const bottom = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  const frame = await scrollSlowly(page, bottom, { stride: 250 });
  expect(frame.step).toBe((await stepIds(page)).at(-1));
  expect([...hosts]).toEqual([new URL(baseURL ?? '').host]);
  expect(errors).toEqual([]);
});

test('j and PageDown go on a step, k and PageUp go back one', async ({ page }) => {
  await openStory(page);
  const [one, two, three] = await stepIds(page);
  const keys = ['j', 'PageDown', 'j', 'k', 'PageUp'];
  expect(await stepsAfter(page, keys)).toEqual([one, two, three, two, one]);
});

test('the buttons go on a step and back one', async ({ page }) => {
  await openWithStills(page, '#yalu');
  await page.getByRole('button', { name: 'Next step' }).click();
  expect((await settled(page)).playhead).toEqual({ step: 'first-clash', progress: 0, travel: 0 });
  await page.getByRole('button', { name: 'Previous step' }).click();
  expect((await settled(page)).playhead).toEqual({ step: 'yalu', progress: 0, travel: 0 });
});

test('going back within a step leads to its beginning', async ({ page }) => {
  await openStory(page);
  await seek(page, 'yalu', 0.6);
  expect(await stepsAfter(page, ['k', 'k'])).toEqual(['yalu', 'two-weeks']);
});

test('the arrow keys stay the page’s own', async ({ page }) => {
  await openWithStills(page, '#yalu');
  const before = await scrollY(page);
  // Chromium on a busy machine ends some smooth scrolls before they begin, on a page without script
  // too (3 of 40): then the key is pressed again, as a reader would.
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => scrollY(page), { timeout: 2000 }).toBeGreaterThan(before);
  }).toPass();
  const { step } = await settled(page);
  expect(step).toBe('yalu');
  expect((await scrollY(page)) - before).toBeLessThan(200);
});

test('keys typed with a modifier are left alone', async ({ page }) => {
  await openWithStills(page, '#yalu');
  await page.keyboard.press('Control+j');
  await page.keyboard.press('Alt+k');
  expect((await settled(page)).playhead).toEqual({ step: 'yalu', progress: 0, travel: 0 });
});

test('the address names the present step', async ({ page }) => {
  await openWithStills(page);
  await page.keyboard.press('j');
  await settled(page);
  await page.keyboard.press('j');
  await settled(page);
  await expect(page).toHaveURL(/#thirty-years$/);
  await seek(page, 'yalu', 0.4);
  await expect(page).toHaveURL(/#yalu$/);
});

test('a link to a step opens the story where that step begins', async ({ page }) => {
  const frame = await openStory(page, '#armistice');
  expect(frame.playhead).toEqual({ step: 'armistice', progress: 0, travel: 0 });
});

test('a link to nothing in the story opens it at its start', async ({ page }) => {
  const frame = await openWithStills(page, '#no-such-step');
  expect(frame.playhead).toEqual({ step: 'kuntsevo', progress: 0, travel: 0 });
  expect(await scrollY(page)).toBe(0);
});

test('the way back leads to the very place that the reader left by the timeline', async ({
  page,
}) => {
  await openStory(page);
  const left = await seek(page, 'parallel', 0.3);
  await expect(page).toHaveURL(/#parallel$/);
  await page.getByRole('slider', { name: 'Timeline' }).focus();
  await page.keyboard.press('ArrowRight');
  expect((await settled(page)).playhead).toEqual({ step: 'perimeter', progress: 0, travel: 0 });
  await expect(page).toHaveURL(/#perimeter$/);
  await page.goBack();
  await expect.poll(async () => (await playheadOf(page)).step).toBe('parallel');
  expect(await settled(page)).toEqual(left);
  await page.goForward();
  await expect.poll(async () => (await playheadOf(page)).step).toBe('perimeter');
});

test('a click on the timeline goes to the step of that day', async ({ page }) => {
  await openStory(page);
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  const { width = 0, height = 0 } = (await timeline.boundingBox()) ?? {};
  await timeline.click({ position: { x: width * 0.2, y: height / 2 } });
  const day = await settled(page);
  const expected = await page.evaluate(() => {
    const story = document.querySelector('map-story')?.story;
    const [first, last] = story?.dates ?? [0, 0];
    // The axis leaves 1.5 per cent free at both ends.
    const clicked = first + ((20 - 1.5) / 97) * (last - first);
    const dated = story?.steps.flatMap(({ id, date }) => (date ? [{ id, day: date[0] }] : []));
    return dated?.sort((a, b) => Math.abs(a.day - clicked) - Math.abs(b.day - clicked))[0]?.id;
  });
  expect(day.step).toBe(expected);
  await expect(page).toHaveURL(new RegExp(`#${expected}$`));
});

test('the timeline’s keys go step by step, to the start and to the end', async ({ page }) => {
  await openWithStills(page, '#yalu');
  const ids = await stepIds(page);
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await timeline.focus();
  const seen: string[] = [];
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'End', 'Home']) {
    await page.keyboard.press(key);
    seen.push((await settled(page)).step);
  }
  expect(seen).toEqual(['first-clash', 'yalu', 'two-weeks', ids.at(-1), ids[0]]);
  await expect(timeline).toHaveAttribute('aria-valuenow', '1');
});

test('what a reader does while the story moves has the last word', async ({ page }) => {
  await openStory(page, '#yalu');
  const step = await page.evaluate(async () => {
    const story = document.querySelector('map-story');
    if (!story) throw new Error('The page has no story.');
    const moved = (): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          const { step, progress, travel } = story.playhead ?? {};
          if (step === 'yalu' && !progress && !travel) return;
          story.removeEventListener('story-frame', look);
          resolve();
        };
        story.addEventListener('story-frame', look);
      });
    // A browser that is too slow draws no frame on the way: then there is nothing to stop.
    for (let isOnTheWay = false; !isOnTheWay; ) {
      await story.seek('yalu');
      await story.settled();
      const begun = moved();
      story.next();
      await begun;
      isOnTheWay = story.playhead?.step === 'yalu';
    }
    window.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
    return (await story.settled()).playhead.step;
  });
  expect(step).toBe('yalu');
});
