import { expect, type Page, test } from '@playwright/test';
import type { MapStage } from '../../src/map/map-stage.ts';
import { writePmtiles } from '../../src/tiles/pmtiles-writer.ts';
import { breakFiles } from '../support/broken-files.ts';
import { expectSamePicture } from '../support/pictures.ts';
import { openWithStills } from '../support/save-data.ts';
import { isLive, openStory, seek, settled, stagePicture, still } from '../support/story-page.ts';

test.use({ viewport: { width: 1000, height: 640 }, deviceScaleFactor: 1 });

const TILES = /\.pmtiles$/;
const AT = 'yalu';
const BEFORE = 'thirty-years';

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'map' });

const go = (page: Page, step: string): Promise<void> =>
  page.evaluate((step) => document.querySelector('map-story')?.seek(step), step);

async function expectCovered(page: Page, step: string): Promise<void> {
  await expect(notice(page)).toBeVisible();
  await expect.poll(() => isLive(page)).toBe(false);
  await expect(still(page)).toHaveAttribute('data-step', step);
}

declare global {
  interface Window {
    /** True once a notice has stood over a still. */
    wasCovered?: boolean;
  }
}

/** Notes from now on whether a still covers the map with a notice, for however short a time. */
const watchCover = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const root = document.querySelector('map-story')?.shadowRoot;
    if (!root) throw new Error('There is no story.');
    const look = (): void => {
      const isLive = root.querySelector('story-stage')?.hasAttribute('live');
      const words = root.querySelector('[part="notice"]')?.textContent ?? '';
      if (!isLive && /map/.test(words)) window.wasCovered = true;
    };
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(look).observe(root, all);
  });

async function expectWhole(page: Page): Promise<void> {
  await expect.poll(() => isLive(page), { timeout: 60_000 }).toBe(true);
  await expect(notice(page)).toHaveCount(0);
}

/** What `settled()` comes to. */
const settling = (page: Page): Promise<string> =>
  page.evaluate(() =>
    document
      .querySelector('map-story')
      ?.settled()
      .then(
        ({ step }) => `at ${step}`,
        ({ message }: Error) => message,
      ),
  ) as Promise<string>;

test('settled() rejects with the sentence that the reader is shown, and resolves once the map has healed', async ({
  page,
}) => {
  await openStory(page, `#${BEFORE}`);
  const mend = await breakFiles(page, TILES, 'host in trouble');
  await go(page, AT);
  const told = await settling(page);
  await expect(notice(page)).toContainText(told);
  await mend();
  expect(await settling(page)).toBe(`at ${AT}`);
  await expectWhole(page);
});

test('a reader who goes on while the map heals has each step’s still, and then the map of where they are @long', async ({
  page,
}) => {
  await openStory(page, '#north');
  const undisturbed = await stagePicture(page);
  await page.goto('about:blank');
  await openStory(page, `#${BEFORE}`);
  const mend = await breakFiles(page, TILES, 'no connection');
  for (const step of [AT, 'north']) {
    await go(page, step);
    await expectCovered(page, step);
  }
  await mend();
  await expectWhole(page);
  expect((await settled(page)).step).toBe('north');
  await expectSamePicture(page, [undisturbed, await stagePicture(page)], 'north', { levels: 1 });
});

test('a browser that is offline in mid-story has the same pictures again when it is back @long', async ({
  page,
  context,
}) => {
  await openStory(page, `#${AT}`);
  const undisturbed = await stagePicture(page);
  await page.goto('about:blank');
  await openStory(page, `#${BEFORE}`);
  await context.setOffline(true);
  await go(page, AT);
  await expect(notice(page)).toBeVisible();
  await expect.poll(() => isLive(page)).toBe(false);
  await context.setOffline(false);
  await expectWhole(page);
  await settled(page);
  await expectSamePicture(page, [undisturbed, await stagePicture(page)], 'back', { levels: 1 });
  await seek(page, BEFORE);
  await seek(page, AT);
  await expectSamePicture(page, [undisturbed, await stagePicture(page)], 'again', { levels: 1 });
});

test('a reader who has dragged the map to where it fails has the story’s still @long', async ({
  page,
}) => {
  await openStory(page, `#${AT}`);
  const mend = await breakFiles(page, TILES, 'not there');
  await watchCover(page);
  await page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    if (!stage?.stage) throw new Error('There is no map.');
    (stage.stage as MapStage).map.panBy([2500, 1500], { duration: 0 });
  });
  // The story’s own camera needs nothing that fails: there the map is whole again soon.
  await expect.poll(() => page.evaluate(() => window.wasCovered)).toBe(true);
  await expect(page.getByRole('button', { name: 'Back to the story' })).toBeHidden();
  await mend();
  await expectWhole(page);
});

test('who wants stills only is told nothing of a map that they do not have @long', async ({
  page,
}) => {
  await breakFiles(page, TILES, 'not there');
  await openWithStills(page, `#${AT}`);
  await expect(still(page)).toHaveAttribute('data-step', AT);
  expect(await settling(page)).toBe(`at ${AT}`);
  await expect(notice(page)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Still maps' }).uncheck();
  await expectCovered(page, AT);
  await page.getByRole('checkbox', { name: 'Still maps' }).check();
  await expect(notice(page)).toHaveCount(0);
});

test('a presented story heals too @long', async ({ page }) => {
  const mend = await breakFiles(page, TILES, 'cut off');
  await page.goto(`./stories/stalin-korea/?present#${AT}`);
  await expect(notice(page)).toBeVisible();
  await mend();
  await expectWhole(page);
});

test('a tile that comes as it is, and that MapLibre cannot read, is asked for until it can @long', async ({
  page,
}) => {
  const archive = writePmtiles({
    tiles: [{ z: 0, x: 0, y: 0, bytes: Buffer.from('not a tile') }],
    type: 'mvt',
    bounds: [-180, -85, 180, 85],
    center: [0, 0, 0],
    metadata: { vector_layers: [] },
  });
  const file = /\/base-[\w-]+\.pmtiles$/;
  await page.route(file, (route) => route.fulfill({ body: Buffer.from(archive) }));
  await page.goto(`./stories/stalin-korea/#${AT}`);
  await page.mouse.move(300, 300);
  await expectCovered(page, AT);
  await page.unroute(file);
  await expectWhole(page);
  const healed = await stagePicture(page);
  await page.goto('about:blank');
  await openStory(page, `#${AT}`);
  await expectSamePicture(page, [await stagePicture(page), healed], 'healed', { levels: 1 });
});
