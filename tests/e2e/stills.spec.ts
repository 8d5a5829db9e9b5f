import { expect, type Page, test } from '@playwright/test';
import { openBarePage } from '../support/bare-page.ts';
import { graphicsContext } from '../support/map-camera.ts';
import { withoutGraphics } from '../support/no-graphics.ts';
import { openWithStills } from '../support/save-data.ts';
import {
  isLive,
  openStory,
  playheadOf,
  STORY,
  seek,
  settled,
  still,
} from '../support/story-page.ts';
import { violations } from '../support/violations.ts';

test.use({ viewport: { width: 1000, height: 640 } });

/** What only the live map needs. */
const OF_THE_MAP = /maplibre-gl|map-stage|\.pmtiles$|labels-/;

/** Opens the story, as somebody who does nothing, and waits until it is alive. */
async function openAndWait(page: Page, address = STORY): Promise<void> {
  await page.goto(address);
  await expect.poll(() => playheadOf(page).catch(() => undefined)).toBeTruthy();
}

/** The requests for what only the live map needs, from now on. */
function requestsOfTheMap(page: Page): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    if (OF_THE_MAP.test(request.url())) found.push(request.url());
  });
  return found;
}

/** Every move of the layout since the page was opened, with the elements that have moved. */
function layoutShifts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const say = (entry: PerformanceEntry): string => {
          const { sources = [] } = entry as { sources?: { node?: Node | null }[] };
          return `${sources.map(({ node }) => node?.nodeName)} at ${Math.round(entry.startTime)}`;
        };
        const observer = new PerformanceObserver((list) => resolve(list.getEntries().map(say)));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
      }),
  );
}

const checkbox = (page: Page) => page.getByRole('checkbox', { name: 'Still maps' });

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test.describe(`the live map at ${viewport.width}x${viewport.height}`, () => {
    test.use({ viewport });

    test('comes in the still’s place without moving anything', async ({ page }) => {
      // Letters that come late have a test of their own.
      await page.route('**/*.woff*', (route) =>
        // The map waits for those that it draws with.
        route.request().resourceType() === 'font' ? route.abort() : route.continue(),
      );
      await openAndWait(page);
      await expect(still(page)).toBeVisible();
      await page.mouse.move(200, 300);
      await settled(page);
      await expect(still(page)).toHaveCount(0);
      expect(await layoutShifts(page)).toEqual([]);
    });
  });
}

test('a page that nobody touches loads no map', async ({ page }) => {
  const requests = requestsOfTheMap(page);
  await openAndWait(page);
  await expect(still(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(requests).toEqual([]);
  await page.keyboard.press('Tab');
  await expect.poll(() => isLive(page)).toBe(true);
  expect(requests).not.toEqual([]);
});

test('a story far down the page waits for its reader to come near', async ({ page }) => {
  const requests = requestsOfTheMap(page);
  await openBarePage(
    page,
    `<p>Long.</p>${'<p><br></p>'.repeat(120)}<map-story src="${STORY}story.json"></map-story>`,
  );
  await page.mouse.wheel(0, 50);
  await settled(page);
  expect(requests).toEqual([]);
  expect(await isLive(page)).toBe(false);
  await page.evaluate(() => document.querySelector('map-story')?.scrollIntoView());
  await expect.poll(() => isLive(page)).toBe(true);
});

test('a bare page has the stills that lie beside the story’s file', async ({ page }) => {
  const requests = requestsOfTheMap(page);
  await openBarePage(page, `<map-story src="${STORY}story.json"></map-story>`);
  await expect(still(page)).toBeVisible();
  const picture = still(page).locator('img');
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
  await expect(page.locator('map-story > figure')).toHaveCount(
    1 + (await page.locator('map-story > story-step').count()),
  );
  expect(requests).toEqual([]);
  await settled(page);
  expect(await isLive(page)).toBe(true);
});

test.describe('a reader who wants still maps', () => {
  test('has them from the legend, and the live map again', async ({ page }) => {
    await openStory(page);
    await seek(page, 'yalu', 0.5);
    const told = page.evaluate(
      () =>
        new Promise((resolve) => {
          const listen = (event: Event) => resolve((event as CustomEvent).detail);
          document.addEventListener('story-stills', listen, { once: true });
        }),
    );
    await checkbox(page).check();
    expect(await told).toBe(true);
    await expect(still(page)).toHaveAttribute('data-step', 'yalu');
    await expect(page.locator('map-story')).toHaveAttribute('stills', '');
    await expect(page.getByLabel('Place names')).toBeDisabled();
    expect(await violations(page)).toEqual([]);
    await checkbox(page).uncheck();
    await expect.poll(() => isLive(page)).toBe(true);
    await expect(still(page)).toHaveCount(0);
    await expect(page.getByLabel('Place names')).toBeEnabled();
  });

  test('has each step at its end, with the date and the legend of that', async ({ page }) => {
    await openStory(page);
    const end = await seek(page, 'yalu', 1);
    await checkbox(page).check();
    const frame = await seek(page, 'yalu', 0.2);
    expect(await isLive(page)).toBe(false);
    expect({ ...frame, playhead: end.playhead }).toEqual(end);
  });

  test('has them where the page says so, and loads no map', async ({ page }) => {
    const requests = requestsOfTheMap(page);
    await openBarePage(page, `<map-story stills src="${STORY}story.json"></map-story>`);
    await settled(page);
    await seek(page, 'yalu');
    await expect(still(page)).toHaveAttribute('data-step', 'yalu');
    expect(requests).toEqual([]);
  });

  test('has them where the browser saves data, and may choose the live map', async ({ page }) => {
    const requests = requestsOfTheMap(page);
    await openWithStills(page, '#yalu');
    await expect(still(page)).toHaveAttribute('data-step', 'yalu');
    await expect(checkbox(page)).toBeChecked();
    expect(requests).toEqual([]);
    await checkbox(page).uncheck();
    await expect.poll(() => isLive(page)).toBe(true);
  });
});

test.describe('without WebGL', () => {
  test.beforeEach(({ page }) => withoutGraphics(page));

  test('the story is read with stills, by keys, timeline and links, without a complaint', async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    expect((await openStory(page, '#yalu')).step).toBe('yalu');
    await expect(still(page)).toHaveAttribute('data-step', 'yalu');
    await page.keyboard.press('j');
    expect((await settled(page)).playhead.step).toBe('first-clash');
    await expect(still(page)).toHaveAttribute('data-step', 'first-clash');
    await page.getByRole('slider', { name: 'Timeline' }).focus();
    await page.keyboard.press('Home');
    const { playhead } = await settled(page);
    expect(playhead.step).toBe('kuntsevo');
    await expect(still(page)).not.toHaveAttribute('data-step');
    await expect(page.getByRole('alert')).toBeEmpty();
    await expect(checkbox(page)).toBeDisabled();
    await expect(checkbox(page)).toBeChecked();
    expect(errors).toEqual([]);
  });

  test('axe finds nothing to complain of', async ({ page }) => {
    await openStory(page);
    await seek(page, 'yalu', 0.5);
    expect(await violations(page)).toEqual([]);
  });

  test('and without stills the reader is told so in words, and has the whole text', async ({
    page,
  }) => {
    await page.route('**/still/*.svg', (route) => route.abort());
    await openStory(page);
    for (const heading of await page.locator('story-step h2').all()) {
      await heading.scrollIntoViewIfNeeded();
      await expect(heading).toBeInViewport();
    }
    await seek(page, 'yalu');
    await expect(page.getByRole('alert')).toContainText('This browser cannot draw the map');
  });
});

test('graphics that are lost and come back while the reader goes on show where the reader is', async ({
  page,
}) => {
  await openStory(page);
  await graphicsContext(page, 'lose');
  await expect(still(page)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(still(page)).toHaveAttribute('data-step', 'thirty-years');
  await graphicsContext(page, 'restore');
  await expect.poll(() => isLive(page)).toBe(true);
  expect((await settled(page)).step).toBe('thirty-years');
});
