import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { ROOT } from '../../scripts/packages.ts';
import { expectSamePicture } from '../support/pictures.ts';
import { download, openSharing } from '../support/sharing.ts';
import {
  isLive,
  openStory,
  STORY_FILE,
  seek,
  settled,
  stagePicture,
  still,
} from '../support/story-page.ts';

const WINDOW = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 0.5 };
const LIMIT = 2_500_000;

test.use(WINDOW);
test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'legenda-export-'));
const file = join(folder, 'story.html');
const address = pathToFileURL(file).href;

test.beforeAll(async () => {
  const args = ['bin/legenda.mjs', 'export', STORY_FILE, '--single-file', '-o', file];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  expect(stdout).toMatch(/story\.html \(2\.\d\d MB\)/);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** The exported file in a browser without a network, with all that it asks for and complains of. */
async function openFile(browser: Browser, hash = '') {
  const context = await browser.newContext({ ...WINDOW, offline: true });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address + hash);
  return {
    page,
    /** Expects that nothing but the file itself was asked for, and that all went well; then closes. */
    async end(): Promise<void> {
      const own = (url: string) => /^(data|blob):/.test(url) || url.split('#')[0] === address;
      expect(asked.filter((url) => !own(url))).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  };
}

const textOf = (page: Page) =>
  page
    .locator('h1, story-step')
    .evaluateAll((all) => all.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()));

/** The still that is shown, without the text over it. */
async function stillPicture(page: Page): Promise<Buffer> {
  // A still is faded in.
  await still(page).evaluate((figure) =>
    Promise.all(figure.getAnimations().map(({ finished }) => finished)),
  );
  const style = 'story-step, header, .bar, story-legend { visibility: hidden }';
  return page.screenshot({ style });
}

test('the file is small enough to be mailed', () => {
  const { size } = statSync(file);
  console.log(`story.html: ${size} bytes`);
  expect(size).toBeLessThanOrEqual(LIMIT);
});

test('it has the title, the language and the whole text of the site’s page', async ({
  page,
  browser,
}) => {
  await page.goto('./stories/stalin-korea/');
  const copy = await openFile(browser);
  expect(await textOf(copy.page)).toEqual(await textOf(page));
  expect(await copy.page.title()).toBe(await page.title());
  await expect(copy.page.locator('html')).toHaveAttribute('lang', 'en');
  const description = copy.page.locator('meta[name=description]');
  await expect(description).toHaveAttribute('content', /^How Stalin/);
  // There are no other pages beside it.
  await expect(copy.page.locator('.site')).toHaveText('Legenda');
  expect(await copy.page.locator('a:not([href^="#"], [href^="http"])').count()).toBe(0);
  await copy.end();
});

test('every still is in it', async ({ browser }) => {
  const { page, end } = await openFile(browser);
  await expect(still(page)).toBeVisible();
  const widths = await page.locator('figure img').evaluateAll((images) =>
    Promise.all(
      images.map(async (each) => {
        const image = each as HTMLImageElement;
        image.loading = 'eager';
        await image.decode();
        return image.naturalWidth;
      }),
    ),
  );
  // The picture that it opens with, and one for each step.
  expect(widths).toHaveLength(1 + (await page.locator('story-step').count()));
  expect(widths.every((width) => width > 0)).toBe(true);
  await end();
});

test('its stills are those of the site', async ({ page, browser }) => {
  const copy = await openFile(browser, '#yalu');
  await openStory(page, '#yalu');
  await settled(copy.page);
  for (const each of [page, copy.page]) {
    await each.getByRole('checkbox', { name: 'Still maps' }).check();
    await expect(still(each)).toHaveAttribute('data-step', 'yalu');
    await settled(each);
  }
  const pictures = [await stillPicture(page), await stillPicture(copy.page)] as [Buffer, Buffer];
  await expectSamePicture(page, pictures, 'still', { levels: 1 });
  await copy.end();
});

test('its live map draws what the site’s draws', async ({ page, browser }) => {
  const copy = await openFile(browser);
  await openStory(page);
  const frame = await seek(page, 'yalu', 0.5);
  expect(await seek(copy.page, 'yalu', 0.5)).toEqual(frame);
  expect(await isLive(copy.page)).toBe(true);
  const pictures = [await stagePicture(page), await stagePicture(copy.page)] as [Buffer, Buffer];
  await expectSamePicture(page, pictures, 'yalu', { levels: 1 });
  await copy.end();
});

test('its picture can be shared, and what needs a host cannot', async ({ browser }) => {
  const { page, end } = await openFile(browser, '#yalu');
  await settled(page);
  const dialog = await openSharing(page);
  await expect(dialog.getByText('This copy of the story is a file of its own')).toBeVisible();
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  const svg = await download(page, 'SVG');
  expect(svg.name).toBe('story-yalu.svg');
  expect(svg.bytes.toString()).toContain('class="furniture"');
  const { bytes } = await download(page, 'PNG');
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 2560, height: 1600 });
  await end();
});

test('a link leads to its step, and the menu of names works', async ({ page, browser }) => {
  const copy = await openFile(browser, '#yalu');
  await openStory(page, '#yalu');
  expect((await settled(copy.page)).step).toBe('yalu');
  for (const names of ['ko', 'zh', 'ru']) {
    for (const each of [page, copy.page]) {
      await each.getByLabel('Place names').selectOption(names);
      expect((await settled(each)).placeNames).toBe(names);
    }
    const pictures = [await stagePicture(page), await stagePicture(copy.page)] as [Buffer, Buffer];
    await expectSamePicture(page, pictures, `yalu in ${names}`, { levels: 1 });
  }
  await copy.page.keyboard.press('j');
  expect((await settled(copy.page)).step).toBe('first-clash');
  expect(copy.page.url()).toBe(`${address}#first-clash`);
  await copy.end();
});
