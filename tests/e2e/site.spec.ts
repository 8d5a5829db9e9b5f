import { expect, test } from '@playwright/test';
import { openBarePage } from '../support/bare-page.ts';
import { settled } from '../support/story-page.ts';

test.use({ viewport: { width: 800, height: 500 } });

test('the gallery leads to the story, and the story back, all below one path', async ({
  page,
  baseURL,
}) => {
  const site = baseURL ?? '';
  expect(new URL(site).pathname).not.toBe('/');
  const addresses: string[] = [];
  page.on('response', (response) => {
    addresses.push(response.url());
    expect.soft(response.status(), response.url()).toBeLessThan(400);
  });
  await page.goto('./');
  await page.getByRole('link', { name: 'The death that moved an armistice' }).click();
  await expect(page).toHaveURL(/\/stories\/stalin-korea\/$/);
  expect((await settled(page)).step).toBe('kuntsevo');
  await page.getByRole('link', { name: 'Legenda' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Legenda' })).toBeVisible();
  const outside = addresses.filter((url) => /^https?:/.test(url) && !url.startsWith(site));
  expect(outside).toEqual([]);
});

test('the story is found without the last slash of its address', async ({ page }) => {
  await page.goto('./stories/stalin-korea');
  expect((await settled(page)).step).toBe('kuntsevo');
});

test('another address is not found', async ({ page }) => {
  expect((await page.goto('./stories/no-such-story/'))?.status()).toBe(404);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the story’s page shows every heading and every paragraph', async ({ page, request }) => {
    const story = await (await request.get('./stories/stalin-korea/story.json')).json();
    await page.goto('./stories/stalin-korea/');
    await expect(page.getByRole('heading', { level: 1, name: story.title })).toBeVisible();
    const headings = page.locator('story-step h2');
    expect(await headings.allInnerTexts()).toEqual(
      story.steps.map(({ title }: { title: string }) => title),
    );
    const paragraphs = page.locator('story-step p:not(.kicker, .sources p)');
    const written = story.steps.flatMap(({ html }: { html: string }) => html.match(/^<p>/gm) ?? []);
    expect(await paragraphs.count()).toBe(written.length);
    for (const element of [...(await headings.all()), ...(await paragraphs.all())]) {
      await expect(element).toBeVisible();
    }
  });

  test('the text is laid out down the page, one step under the other', async ({ page }) => {
    await page.goto('./stories/stalin-korea/');
    const steps = await page.locator('story-step').all();
    const boxes = await Promise.all(steps.map((step) => step.boundingBox()));
    expect(boxes.length).toBeGreaterThan(20);
    boxes.slice(1).forEach((box, i) => {
      const above = boxes[i];
      expect(box?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    });
  });

  test('the gallery shows and links its stories', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'The death that moved an armistice' }).click();
    await expect(page.getByRole('heading', { name: 'Across the Yalu' })).toBeAttached();
  });
});

test('a bare page with a story and no steps gets its steps from the story', async ({ page }) => {
  await openBarePage(page, '<map-story src="./stories/stalin-korea/story.json"></map-story>');
  const frame = await settled(page);
  expect(frame.step).toBe('kuntsevo');
  const titles = await page.evaluate(() =>
    document.querySelector('map-story')?.story?.steps.map(({ title }) => title),
  );
  expect(await page.locator('map-story > story-step h2').allTextContents()).toEqual(titles);
});

test('a bare page’s steps have the markup that the built page has', async ({ page }) => {
  const steps = () =>
    page
      .locator('story-step')
      .evaluateAll((all) =>
        all.map(({ id, innerHTML }) => ({ id, html: innerHTML.replace(/\s+/g, ' ').trim() })),
      );
  await page.goto('./stories/stalin-korea/');
  await settled(page);
  const built = await steps();
  await openBarePage(page, '<map-story src="./stories/stalin-korea/story.json"></map-story>');
  await settled(page);
  expect(await steps()).toEqual(built);
});
