import { expect, type Page, test } from '@playwright/test';
import { countPieces, missingPieces, pageText, storyPieces } from '../../scripts/story-text.ts';
import type { Story } from '../../src/core/story.ts';
import { playheadOf, STORY } from '../support/story-page.ts';

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Where the header's and the steps' text stands on the page: x, y, width and height of each. */
function textBoxes(page: Page): Promise<number[][]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const all = document.querySelectorAll('map-story > header > *, map-story > story-step > *');
    return [...all].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y + window.scrollY, width, height];
    });
  });
}

for (const viewport of [WIDE, PHONE]) {
  test.describe(`a page without script at ${viewport.width}x${viewport.height}`, () => {
    test.use({ viewport, javaScriptEnabled: false });

    test('shows the picture that the story opens with, and has its words', async ({ page }) => {
      await page.goto(STORY);
      const cover = page.locator('map-story > figure[role="img"]');
      await expect(cover).toHaveAccessibleName(/\w/);
      await expect(cover.locator(':is(svg, img):visible')).toHaveCount(1);
      await expect(cover.locator(':is(svg, img):visible')).toBeInViewport({ ratio: 0.5 });
      await expect(page.getByText('Scroll to begin')).toBeVisible();
      for (const scripted of await page.locator('.scripted').all())
        await expect(scripted).toBeHidden();
    });

    test('has a still with words for every step, which comes with its text', async ({
      page,
      request,
    }) => {
      const story: Story = await (await request.get(`${STORY}story.json`)).json();
      await page.goto(STORY);
      for (const { id, alt } of story.steps.slice(1, 6)) {
        const picture = page.locator(`figure[data-step="${id}"] img`);
        await expect(picture).toHaveAttribute('alt', alt);
        await page.locator(`story-step#${id} h2`).scrollIntoViewIfNeeded();
        await page.locator(`story-step#${id} p`).last().scrollIntoViewIfNeeded();
        await expect(picture).toBeInViewport();
        await expect
          .poll(() => picture.evaluate((i: HTMLImageElement) => i.naturalWidth))
          .not.toBe(0);
      }
      expect(await page.locator('map-story > figure[data-step] img').count()).toBe(
        story.steps.length,
      );
    });

    test('opens the sources, and leads to a footnote and back', async ({ page }) => {
      await page.goto(STORY);
      const reference = page.locator('story-step#yalu .footnote-ref a').first();
      await reference.click();
      const note = page.locator('story-step#yalu .sources li:target');
      await expect(note).toBeInViewport();
      await page.locator('story-step#north summary').click();
      await expect(page.locator('story-step#north .sources li').first()).toBeVisible();
    });

    test('has its text where it is with script', async ({ page, browser, baseURL }) => {
      await page.goto(STORY);
      const alive = await browser.newPage({
        viewport,
        javaScriptEnabled: true,
        deviceScaleFactor: 0.25,
        ...(baseURL && { baseURL }),
      });
      await alive.goto(STORY);
      await expect.poll(() => playheadOf(alive).catch(() => undefined)).toBeTruthy();
      const [without, withScript] = [await textBoxes(page), await textBoxes(alive)];
      expect(without.length).toBeGreaterThan(100);
      expect(withScript.length).toBe(without.length);
      const moves = without
        .flat()
        .map((number, i) => number - (withScript.flat()[i] ?? Number.NaN));
      expect(Math.max(...moves.map(Math.abs))).toBeLessThan(1);
      await alive.close();
    });
  });
}

test('the page as plain text has every heading, paragraph, footnote and alternative text, in order', async ({
  request,
}) => {
  const story: Story = await (await request.get(`${STORY}story.json`)).json();
  const pieces = storyPieces(story);
  expect(countPieces(pieces)).toMatch(
    /^\d\d × heading, \d\d × alternative text, \d\d × paragraph, \d\d × footnote$/,
  );
  expect(missingPieces(pieces, pageText(await (await request.get(STORY)).text()))).toEqual([]);
});

test('no page asks for a style of its own, which strict hosts forbid', async ({ request }) => {
  const html = await (await request.get(STORY)).text();
  expect(html).not.toMatch(/<style|<[^>]+\sstyle=/);
});

for (const [name, javaScriptEnabled] of [
  ['without script', false],
  ['with script', true],
] as const) {
  test.describe(`on paper, ${name}`, () => {
    test.use({ viewport: WIDE, javaScriptEnabled });

    test('every step has its still before its text, and its sources', async ({ page }) => {
      await page.goto(STORY);
      if (javaScriptEnabled) {
        await expect.poll(() => playheadOf(page).catch(() => undefined)).toBeTruthy();
        await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      }
      await page.emulateMedia({ media: 'print' });
      for (const id of ['kuntsevo', 'yalu', 'sources']) {
        const [height, gap] = await page.evaluate((id) => {
          const figure = document.querySelector(`figure[data-step="${id}"]`);
          const text = document.querySelector(`story-step#${id} h2`);
          const { height = 0, bottom = 0 } = figure?.getBoundingClientRect() ?? {};
          return [height, (text?.getBoundingClientRect().top ?? 0) - bottom] as const;
        }, id);
        expect(height).toBeGreaterThan(100);
        expect(gap).toBeGreaterThan(0);
        expect(gap).toBeLessThan(60);
        const sources = page.locator(`story-step#${id} .sources li`);
        for (const source of await sources.all()) await expect(source).toBeVisible();
      }
    });
  });
}
