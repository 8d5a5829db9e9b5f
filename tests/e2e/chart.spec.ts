import { expect, type Locator, type Page, test } from '@playwright/test';
import { describeRow } from '../../src/core/chart-text.ts';
import type { Chart } from '../../src/core/story.ts';
import { openBarePage } from '../support/bare-page.ts';
import { openWithStills } from '../support/save-data.ts';
import { openStory, playheadOf, seek, settled } from '../support/story-page.ts';
import { violations } from '../support/violations.ts';

const WIDE = { width: 1000, height: 640 };
const PHONE = { width: 390, height: 700 };

test.use({ viewport: WIDE });

const chartOf = (page: Page): Locator => page.getByRole('slider', { name: 'Share of the' });

/** Goes on by Tab from the timeline to the chart, whose script comes after the story's own. */
async function tabToChart(page: Page): Promise<void> {
  await expect(chartOf(page)).toBeVisible();
  await page.getByRole('slider', { name: 'Timeline' }).focus();
  await page.keyboard.press('Tab');
}

async function storyChart(page: Page): Promise<Chart> {
  const chart = await page.evaluate(() => document.querySelector('map-story')?.story?.chart);
  if (!chart) throw new Error('The story has no chart.');
  return chart;
}

/** The row in words that is nearest to the day of the present frame. */
async function rowHere(page: Page, further = 0): Promise<string> {
  const chart = await storyChart(page);
  const { day } = await settled(page);
  const distances = chart.rows.map(([each]) => Math.abs(each - (day ?? 0)));
  const row = chart.rows[distances.indexOf(Math.min(...distances)) + further];
  return row ? describeRow(chart, row, 'en') : 'no row';
}

for (const viewport of [WIDE, PHONE]) {
  test.describe(`in a window ${viewport.width} wide`, () => {
    test.use({ viewport });

    test('the chart lies under the timeline, inside the bar, as wide as the timeline', async ({
      page,
    }) => {
      await openWithStills(page);
      await expect(chartOf(page)).toBeVisible();
      const timeline = await page.getByRole('slider', { name: 'Timeline' }).boundingBox();
      const chart = await chartOf(page).boundingBox();
      const bar = await page.locator('map-story .bar').boundingBox();
      expect(bar?.height).toBe(72);
      expect([chart?.x, chart?.width]).toEqual([timeline?.x, timeline?.width]);
      expect(chart?.y).toBeGreaterThanOrEqual((timeline?.y ?? 0) + (timeline?.height ?? 0));
      const bottom = (chart?.y ?? 0) + (chart?.height ?? 0);
      expect(bottom).toBeLessThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    });

    test('axe finds nothing to complain of in the chart and in its table', async ({ page }) => {
      await openWithStills(page, '#yalu');
      await tabToChart(page);
      await expect(page.getByText(await rowHere(page))).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Table' }).press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

test('the reader’s date runs through timeline and chart on one scale', async ({ page }) => {
  await openStory(page);
  for (const step of ['inchon', 'armistice']) {
    await seek(page, step, 1);
    const here = await rowHere(page);
    const mark = page.locator('map-story story-timeline .reader');
    const x = await mark.evaluate((element) => element.getBoundingClientRect().x);
    await page.mouse.move(x, (await chartOf(page).boundingBox())!.y + 12);
    await expect(chartOf(page)).toHaveAttribute('aria-valuetext', here);
  }
});

test('the arrow keys read the chart from the reader’s date on, and the story stays', async ({
  page,
}) => {
  await openWithStills(page, '#inchon');
  const before = await playheadOf(page);
  await tabToChart(page);
  await expect(chartOf(page)).toBeFocused();
  await expect(chartOf(page)).toHaveAttribute('aria-valuetext', await rowHere(page));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  const said = await rowHere(page, 2);
  await expect(chartOf(page)).toHaveAttribute('aria-valuetext', said);
  await expect(page.getByText(said)).toBeVisible();
  for (const [key, row] of [
    ['PageUp', 2 + 14],
    ['PageDown', 2],
    ['ArrowLeft', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(chartOf(page)).toHaveAttribute('aria-valuetext', await rowHere(page, row));
  }
  await page.keyboard.press('End');
  await expect(chartOf(page)).toHaveAttribute('aria-valuetext', /^27 July 1953: North 55\.3/);
  await page.keyboard.press('ArrowRight');
  await expect(chartOf(page)).toHaveAttribute('aria-valuenow', '163');
  await page.keyboard.press('Home');
  await expect(chartOf(page)).toHaveAttribute('aria-valuetext', /^25 June 1950: /);
  await page.keyboard.press('Tab');
  await expect(page.getByText(said)).toBeHidden();
  expect((await settled(page)).playhead).toEqual(before);
});

test('what is read of the chart stands inside the window at both ends', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openWithStills(page);
  await tabToChart(page);
  for (const key of ['Home', 'End']) {
    await page.keyboard.press(key);
    const readout = await page.locator('map-story story-chart span').boundingBox();
    expect(readout?.x).toBeGreaterThanOrEqual(0);
    expect((readout?.x ?? 0) + (readout?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
    const bar = await page.locator('map-story .bar').boundingBox();
    expect((readout?.y ?? 0) + (readout?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
});

test('the whole chart is a table in a dialog, which gives the focus back', async ({ page }) => {
  await openWithStills(page, '#yalu');
  const before = await playheadOf(page);
  const { rows } = await storyChart(page);
  const button = page.getByRole('button', { name: 'Table' });
  const size = await button.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
  const dialog = page.getByRole('dialog', { name: 'Share of the peninsula' });
  for (const close of ['Escape', 'Enter']) {
    await button.press('Enter');
    await expect(dialog.getByRole('rowheader')).toHaveCount(rows.length);
    await expect(dialog.getByRole('columnheader')).toHaveText(['Date', 'North', 'South']);
    await expect(dialog.getByRole('row', { name: '25 June 1950' })).toHaveText(/56\.8.%43\.2.%$/);
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('PageDown');
    await page.keyboard.press(close);
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  }
  await expect(page.locator('story-table')).toHaveCount(0);
  expect((await settled(page)).playhead).toEqual(before);
});

test('frames do not touch the chart', async ({ page }) => {
  await openStory(page, '#inchon');
  await expect(chartOf(page)).toBeVisible();
  const changes = await page.evaluate(async () => {
    const story = document.querySelector('map-story');
    const root = story?.shadowRoot?.querySelector('story-chart')?.shadowRoot;
    let count = 0;
    const watch = { subtree: true, childList: true, attributes: true, characterData: true };
    if (root) new MutationObserver((records) => (count += records.length)).observe(root, watch);
    for (const progress of [0.2, 0.5, 0.9]) {
      story?.seek('inchon', progress);
      await story?.settled();
    }
    return root ? count : -1;
  });
  expect(changes).toBe(0);
});

test('a page without the table’s markup has the chart, and its table, from the story', async ({
  page,
}) => {
  await openBarePage(page, '<map-story src="./stories/stalin-korea/story.json"></map-story>');
  await settled(page);
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('dialog').getByRole('rowheader')).toHaveCount(163);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page has the numbers of the chart in a table', async ({ page }) => {
    await page.goto('./stories/stalin-korea/');
    await page.getByText('Share of the peninsula held by each side').first().click();
    await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(163);
  });
});
