import { expect, type Page, test } from '@playwright/test';
import { BREAKS, type BreakName, breakFiles } from '../support/broken-files.ts';
import { expectSamePicture } from '../support/pictures.ts';
import { isLive, openStory, STORY, settled, stagePicture, still } from '../support/story-page.ts';

test.use({ viewport: { width: 1000, height: 640 }, deviceScaleFactor: 1 });

const AT = 'yalu';
const BEFORE = 'thirty-years';

/** What a live map loads, and what a reader does who needs it. */
const FILES = {
  base: /\/base-[\w-]+\.pmtiles$/,
  relief: /\/relief-[\w-]+\.pmtiles$/,
  style: /\/style-[\w-]+\.json$/,
  names: /\/labels-[\w-]+\.geojson$/,
  letters: /\/old-standard-tt-latin-400-normal-[\w-]+\.woff2$/,
  worker: /\/maplibre-gl-worker-[\w-]+\.mjs$/,
} as const;

type FileName = keyof typeof FILES;

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'map' });

/** The picture of the step where nothing is amiss. */
let whole: Buffer;

test.beforeAll(async ({ browser, baseURL }) => {
  const page = await browser.newPage({
    viewport: { width: 1000, height: 640 },
    deviceScaleFactor: 1,
    ...(baseURL && { baseURL }),
  });
  await openStory(page, `#${AT}`);
  whole = await stagePicture(page);
  await page.close();
});

/** Expects that a reader sees the still of the step, and is told. */
async function expectStill(page: Page): Promise<void> {
  await expect(notice(page)).toBeVisible();
  expect(await isLive(page)).toBe(false);
  await expect(still(page)).toHaveAttribute('data-step', AT);
  await expect(page.getByRole('alert')).toBeEmpty();
}

/** Expects that the live map has come by itself, and is what it is where nothing was amiss. */
async function expectHealed(page: Page, name: string): Promise<void> {
  await expect.poll(() => isLive(page), { timeout: 60_000 }).toBe(true);
  await expect(notice(page)).toHaveCount(0);
  await settled(page);
  await expectSamePicture(page, [whole, await stagePicture(page)], name, { levels: 1 });
}

/** Files that are broken, each in its way. */
type Broken = Partial<Record<FileName, BreakName>>;

async function breakAll(page: Page, broken: Broken): Promise<() => Promise<void>> {
  const mends = await Promise.all(
    Object.entries(broken).map(([file, name]) => breakFiles(page, FILES[file as FileName], name)),
  );
  return async () => {
    for (const mend of mends) await mend();
  };
}

async function atStart(page: Page, broken: Broken): Promise<void> {
  const mend = await breakAll(page, broken);
  await page.goto(`${STORY}#${AT}`);
  await page.mouse.move(300, 300);
  await expectStill(page);
  await mend();
  await expectHealed(page, 'at the start');
}

async function onTheWay(page: Page, broken: Broken): Promise<void> {
  await openStory(page, `#${BEFORE}`);
  const mend = await breakAll(page, broken);
  await page.evaluate((step) => document.querySelector('map-story')?.seek(step), AT);
  await expectStill(page);
  await mend();
  await expectHealed(page, 'on the way');
}

test.describe('a live map of which something does not come gives way to the still, says so and heals', () => {
  test('all of its files, each in another way, at the start', ({ page }) =>
    atStart(page, {
      base: 'a web page instead',
      relief: 'cut off',
      style: 'a web page that says it is data',
      names: 'cut off',
      letters: 'empty',
      worker: 'not there',
    }));

  test('tiles and relief, on the way', ({ page }) =>
    onTheWay(page, { base: 'cut off', relief: 'not there' }));

  for (const file of Object.keys(FILES) as FileName[]) {
    for (const name of Object.keys(BREAKS) as BreakName[]) {
      test(`${file}: ${name}, at the start @long`, ({ page }) => atStart(page, { [file]: name }));
    }
  }
  for (const file of ['base', 'relief'] as const) {
    for (const name of Object.keys(BREAKS) as BreakName[]) {
      test(`${file}: ${name}, on the way @long`, ({ page }) => onTheWay(page, { [file]: name }));
    }
  }
});
