import { expect, type Page, test } from '@playwright/test';
import { CLASSROOM, desk, goTo, openNotes, openPresented } from '../support/present-page.ts';
import { settled } from '../support/story-page.ts';
import { violations } from '../support/violations.ts';

test.use({ viewport: { width: 1280, height: 720 } });

/** Expects that axe finds nothing, whatever else of the test is to come. */
async function expectClean(page: Page, what: string): Promise<void> {
  expect.soft(await violations(page), what).toEqual([]);
}

test('axe finds nothing to complain of in either window', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPresented(page);
  await expectClean(page, 'opening');
  await goTo(page, 'yalu');
  await settled(page);
  await expectClean(page, 'a step');
  for (const [key, what] of [
    ['o', 'overview'],
    ['?', 'help'],
    ['g', 'go to'],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await expectClean(page, what);
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('q');
  await page.keyboard.press('a');
  await expectClean(page, 'questions and pause');
  await page.keyboard.press('a');
  await page.keyboard.press('b');
  await expectClean(page, 'black screen');
  const notes = await openNotes(page);
  await notes.setViewportSize(CLASSROOM);
  await settled(notes);
  await expect(desk(notes)).toBeVisible();
  await expectClean(notes, 'teacher’s window');
});
