import { expect, type Page, test } from '@playwright/test';
import {
  frameHeight,
  type HostServer,
  hostPage,
  notesEvents,
  scrollTo,
  serveHost,
  settledIn,
  storyAt,
  storyFrame,
} from '../support/host-page.ts';

test.use({ viewport: { width: 1000, height: 640 } });

/** Its story has pictures only: no map has a part in any of this. */
let host: HostServer;

test.beforeAll(async ({ baseURL }) => {
  const site = baseURL ?? '';
  const embed = `<legenda-embed stills story="${storyAt(site)}"></legenda-embed>`;
  host = await serveHost(hostPage({ site, embed }));
});

test.afterAll(() => host.close());

/** Notes each shift of what is seen, from before the page's first script. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[])
        seen.sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: { sum: number } }).seen.sum);
}

test('nothing that is seen moves while the story loads and takes its height', async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.goto(host.url);
  for (let y = 0; y <= 2400; y += 200) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await page.waitForTimeout(150);
  }
  await settledIn(await storyFrame(page));
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  expect(await shifts()).toBe(0);
});

test('nothing that is seen moves where the reader had gone past the story before it came', async ({
  page,
}) => {
  const shifts = await watchShifts(page);
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/stalin-korea\/\?embed/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(host.url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => customElements.get('legenda-embed') !== undefined);
  await page.evaluate(() => window.scrollTo(0, 1700));
  await page.waitForTimeout(300);
  release();
  await storyFrame(page);
  await page.waitForTimeout(3000);
  expect(await shifts()).toBe(0);
  const height = await frameHeight(page);
  expect(height).toBe(640);
  await page.evaluate(() => window.scrollTo(0, 1300));
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  expect(await shifts()).toBe(0);
});

test('the frame is as high as the story, also when a reader opens its sources', async ({
  page,
}) => {
  await page.goto(host.url);
  await page.evaluate(() => window.scrollTo(0, 1400));
  const frame = await storyFrame(page);
  await settledIn(frame);
  const inside = () =>
    frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  const before = await frameHeight(page);
  expect(before).toBe(await inside());
  await frame
    .locator('story-step details.sources summary')
    .first()
    .evaluate((summary: HTMLElement) => summary.click());
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(before);
  expect(await frameHeight(page)).toBe(await inside());
});

test('the page around the story is told how it is read', async ({ page }) => {
  const told = await notesEvents(page);
  await page.goto(host.url);
  await page.evaluate(() => window.scrollTo(0, 1000));
  const frame = await storyFrame(page);
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  expect(await told()).toEqual([]);
  await page.evaluate(() => window.scrollTo(0, 1500));
  await settledIn(frame);
  await expect.poll(told).toContainEqual(['story-step', 'kuntsevo']);
  await frame.evaluate(() => document.querySelector('map-story')?.seek('sources', 1));
  await settledIn(frame);
  await expect.poll(told).toContainEqual(['story-end', null]);
  const [first, second, third] = await told();
  expect(first).toEqual(['story-step', 'kuntsevo']);
  expect(second).toEqual(['story-dwell', { step: 'kuntsevo', seconds: expect.any(Number) }]);
  expect(third).toEqual(['story-step', 'sources']);
  // Gone in one jump, past all that is near: the time ends at once.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect
    .poll(async () => (await told()).filter(([type]) => type === 'story-dwell').length)
    .toBe(2);
  expect((await told()).filter(([type]) => type === 'story-step')).toHaveLength(2);
});

test('a story that goes step by step has its height at once, and is read only while it is in sight', async ({
  page,
  baseURL,
}) => {
  const embed = `<legenda-embed stills layout="steps" story="${storyAt(baseURL ?? '')}"></legenda-embed>`;
  const steps = await serveHost(hostPage({ site: baseURL ?? '', embed }));
  const told = await notesEvents(page);
  await page.goto(steps.url);
  // Near, and not yet in sight.
  await storyFrame(page);
  await expect.poll(() => frameHeight(page)).toBe(620);
  expect(await told()).toEqual([]);
  await scrollTo(page, 1300);
  await expect.poll(told).toEqual([['story-step', 'kuntsevo']]);
  await scrollTo(page, 0);
  await expect.poll(told).toHaveLength(2);
  expect((await told())[1]).toMatchObject(['story-dwell', { step: 'kuntsevo' }]);
  await steps.close();
});
