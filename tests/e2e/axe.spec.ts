import { expect, test } from '@playwright/test';
import { openStory, scrollToY, seek } from '../support/story-page.ts';
import { violations } from '../support/violations.ts';

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  test.describe(`axe finds nothing to complain of at ${viewport.width}x${viewport.height}`, () => {
    test.use({ viewport });

    test('in the gallery', async ({ page }) => {
      await page.goto('./');
      expect(await violations(page)).toEqual([]);
    });

    test('in the story at its start, in its middle and at its end', async ({ page }) => {
      await openStory(page);
      expect.soft(await violations(page), 'start').toEqual([]);
      await seek(page, 'yalu', 0.5);
      expect.soft(await violations(page), 'middle').toEqual([]);
      await scrollToY(page, await page.evaluate(() => document.documentElement.scrollHeight));
      expect.soft(await violations(page), 'end').toEqual([]);
    });
  });
}
