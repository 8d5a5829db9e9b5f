import { expect, test } from '@playwright/test';
import { frameByCommand } from '../support/command.ts';
import {
  type HostServer,
  hostPage,
  serveHost,
  settledIn,
  storyAt,
  storyFrame,
} from '../support/host-page.ts';
import { dragFinger } from '../support/touch.ts';

const WINDOW = { width: 1000, height: 760 };
const FRAME = { width: 1000, height: 640 };

test.use({ viewport: WINDOW });

let host: HostServer;

test.beforeAll(async ({ baseURL }) => {
  const site = baseURL ?? '';
  const embed = `<iframe src="${storyAt(site)}?embed" title="Story" height="${FRAME.height}" style="display:block;width:100%;border:0"
    sandbox="allow-scripts allow-same-origin allow-popups"></iframe>`;
  host = await serveHost(hostPage({ site, embed }).replace(/<script.*?<\/script>/, ''));
});

test.afterAll(() => host.close());

test('a plain frame goes step by step with keys, buttons and its address', async ({ page }) => {
  await page.goto(host.url);
  await page.evaluate(() => window.scrollTo(0, 1340));
  const frame = await storyFrame(page);
  await settledIn(frame);
  const next = frame.getByRole('button', { name: 'Next step' });
  await next.click();
  const first = await settledIn(frame);
  expect(first.playhead).toMatchObject({ progress: 0, travel: 0 });
  expect(first).toEqual(await frameByCommand(first.playhead, FRAME));
  const heading = frame.locator(`story-step#${first.step}`).getByRole('heading').first();
  await expect(heading).toBeInViewport();
  await next.click();
  const second = await settledIn(frame);
  expect(second).toEqual(await frameByCommand(second.playhead, FRAME));
  expect(second.playhead).not.toEqual(first.playhead);
  await page.keyboard.press('ArrowRight');
  const third = await settledIn(frame);
  expect(third.playhead).not.toEqual(second.playhead);
  await page.keyboard.press('k');
  expect((await settledIn(frame)).playhead).toEqual(second.playhead);
});

test('the table of the chart closes by its button, though the frame may send no forms', async ({
  page,
}) => {
  await page.goto(host.url);
  await page.evaluate(() => window.scrollTo(0, 1340));
  const frame = await storyFrame(page);
  await settledIn(frame);
  await frame.getByRole('button', { name: 'Table' }).click();
  // Keys are meant for the dialog.
  const { playhead } = await settledIn(frame);
  await page.keyboard.press('PageDown');
  expect((await settledIn(frame)).playhead).toEqual(playhead);
  await frame.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(frame.getByRole('dialog')).toHaveCount(0);
});

test('the wheel over a plain frame scrolls the page around it, and the frame stays where it is', async ({
  page,
}) => {
  await page.goto(host.url);
  await page.evaluate(() => window.scrollTo(0, 1340));
  const frame = await storyFrame(page);
  const before = (await settledIn(frame)).playhead;
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1500);
  expect(await frame.evaluate(() => [scrollY, document.querySelector('main')?.scrollTop])).toEqual([
    0, 0,
  ]);
  expect((await settledIn(frame)).playhead).toEqual(before);
});

test.describe('with a finger', () => {
  test.use({
    viewport: { width: 390, height: 760 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 1,
  });

  test('a swipe up scrolls the page, a swipe to the side goes on a step', async ({ page }) => {
    await page.goto(host.url);
    await page.evaluate(() => window.scrollTo(0, 1340));
    const frame = await storyFrame(page);
    const before = await settledIn(frame);
    const scrolled = () => page.evaluate(() => window.scrollY);
    const at = await scrolled();
    await dragFinger(page, { x: 200, y: 500 }, { x: 200, y: 300 });
    await expect.poll(scrolled).toBeGreaterThan(at + 100);
    expect((await settledIn(frame)).playhead).toEqual(before.playhead);
    const swipe = async () => {
      // The page may go on by itself after a finger, until the frame is not there any more.
      await page.evaluate(() => window.scrollTo(0, 1340));
      await dragFinger(page, { x: 300, y: 250 }, { x: 140, y: 250 });
    };
    await swipe();
    const first = await settledIn(frame);
    // A busy page may break a touch off; then the reader tries again.
    await expect(async () => {
      await swipe();
      expect((await settledIn(frame)).playhead).not.toEqual(first.playhead);
    }).toPass({ timeout: 60_000 });
  });
});
