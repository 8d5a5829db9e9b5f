import { expect, test } from '@playwright/test';
import { isLive, STORY, settled } from '../support/story-page.ts';

test.use({ viewport: { width: 800, height: 500 } });

test('a page whose files are gone from the host says so, and “Reload” leads back to the step', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(STORY);
  const story = page.locator('map-story');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('map-story')?.frame?.step))
    .toBe('kuntsevo');
  await page.route(/\/assets\//, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.evaluate(() => document.querySelector('map-story')?.seek('yalu'));
  await expect(story.getByRole('status')).toContainText('The map could not be loaded.');
  // The still of the step stands in the map's place.
  await expect(page.locator('figure[data-step="yalu"][data-present]')).toBeVisible();
  const failed = page.evaluate(() =>
    document
      .querySelector('map-story')
      ?.settled()
      .catch(({ message }: Error) => message),
  );
  await story.getByRole('button', { name: 'Share' }).click();
  await expect(story.getByRole('alert')).toContainText('Sharing could not be loaded. Try again');
  expect(await failed).toContain('The map could not be loaded.');
  await page.unroute(/\/assets\//);
  await story.getByRole('alert').getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  await page.evaluate(() => customElements.whenDefined('map-story').then(() => {}));
  expect((await settled(page)).step).toBe('yalu');
  expect(await isLive(page)).toBe(true);
  await expect(story.getByRole('alert')).toBeEmpty();
  expect(errors).toEqual([]);
});
