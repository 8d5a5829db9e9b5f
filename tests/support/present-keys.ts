import { expect, type Locator, type Page } from '@playwright/test';
import type { Playhead } from '../../src/core/playhead.ts';
import type { CardMode, Cover } from '../../src/present/lesson.ts';
import { SHORTCUTS } from '../../src/present/shortcuts.ts';
import { CLASSROOM, desk, goTo, lessonOf, panels } from './present-page.ts';
import { settled, stepIds } from './story-page.ts';

const placeOf = ({ step, progress }: Playhead): string => `${step} ${progress}`;

const dialog = (page: Page): Locator => page.getByRole('dialog');
const card = (page: Page): Locator => page.locator('story-step:visible');
const inFullScreen = (page: Page) => page.evaluate(() => document.fullscreenElement?.localName);

/** Where the story stands once a key has had its effect, as `step progress`. */
async function placeAfter(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key);
  return placeOf((await settled(page)).playhead);
}

/** Expects of a key where it leads from the end of a step: `step progress`. */
export async function expectsMove(page: Page, key: string, to: string): Promise<void> {
  await goTo(page, 'perimeter');
  expect(await placeAfter(page, key)).toBe(to);
}

/** The key covers the whole window, and shows the map again, as a click does. */
export async function expectsCover(page: Page, key: string, cover: Cover): Promise<void> {
  const color = cover === 'black' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)';
  const button = panels(page).getByRole('button', { name: 'Show the map again' });
  await page.keyboard.press(key);
  expect((await lessonOf(page)).cover).toBe(cover);
  await expect(button).toHaveCSS('background-color', color);
  expect(await button.boundingBox()).toEqual({ x: 0, y: 0, ...CLASSROOM });
  await page.keyboard.press(key);
  await expect(button).toHaveCount(0);
  await page.keyboard.press(key);
  await button.click();
  await expect(button).toHaveCount(0);
}

/** The key fills the screen with the story, and leaves it. */
export async function expectsFullScreen(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => inFullScreen(page)).toBe('map-story');
  await page.keyboard.press(key);
  await expect.poll(() => inFullScreen(page)).toBeUndefined();
}

/** The key opens the teacher’s window. */
export async function expectsNotes(page: Page, key: string): Promise<void> {
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press(key)]);
  await expect(notes).toHaveURL(/\?notes(#|$)/);
  await expect(desk(notes)).toBeVisible();
  await notes.close();
}

/** The key lists all keys, and hides the list. */
export async function expectsHelp(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(dialog(page).getByRole('term')).toHaveText(SHORTCUTS.map(({ shown }) => shown));
  await expect(dialog(page).getByRole('definition')).toHaveText(SHORTCUTS.map(({ does }) => does));
  await page.keyboard.press(key);
  await expect(page.locator('dialog')).toHaveCount(0);
}

/** The key shows all steps, of which arrow keys or a click choose one, and hides them. */
export async function expectsOverview(page: Page, key: string): Promise<void> {
  await goTo(page, 'kims-plan');
  await page.keyboard.press(key);
  await expect(dialog(page)).toHaveAccessibleName('All steps');
  await expect(dialog(page).getByRole('listitem')).toHaveCount((await stepIds(page)).length);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog')).toHaveCount(0);
  expect((await settled(page)).step).toBe('parallel');
  await page.keyboard.press(key);
  await dialog(page).getByRole('listitem').nth(6).click();
  expect((await settled(page)).step).toBe('north');
  await page.keyboard.press(key);
  await expect(dialog(page)).toHaveCount(1);
  await page.keyboard.press(key);
  await expect(page.locator('dialog')).toHaveCount(0);
  expect((await lessonOf(page)).at.step).toBe('north');
}

/** The key asks for a step, by its number or a part of its title. */
export async function expectsGoto(page: Page, key: string): Promise<void> {
  await page.keyboard.press('End');
  await page.keyboard.press(key);
  await page.keyboard.type('9');
  expect(await placeAfter(page, 'Enter')).toBe('yalu 1');
  await page.keyboard.press(key);
  await page.keyboard.type('seoul, four');
  await expect(dialog(page).getByRole('status')).toHaveText('One step. Enter goes there.');
  expect(await placeAfter(page, 'Enter')).toBe('seoul 1');
  await page.keyboard.press(key);
  await page.keyboard.type('99');
  await expect(dialog(page).getByRole('status')).toContainText('There is no step 99.');
  expect(await placeAfter(page, 'Escape')).toBe('seoul 1');
}

/** The key shows the questions of the step, and hides them, as a button does. */
export async function expectsQuestions(page: Page, key: string): Promise<void> {
  await goTo(page, 'kuntsevo');
  const sheet = panels(page).getByRole('region', { name: 'Questions' });
  await page.keyboard.press(key);
  await expect(sheet.getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press(key);
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press(key);
  await sheet.getByRole('button', { name: 'Close' }).click();
  expect((await lessonOf(page)).questions).toBe(false);
}

/** The key lets the story go on by itself, with a button that pauses it, and stops it. */
export async function expectsAutoplay(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  expect((await lessonOf(page)).autoplay).toBe(true);
  await panels(page).getByRole('button', { name: 'Pause' }).click();
  expect((await lessonOf(page)).autoplay).toBe(false);
  await panels(page).getByRole('button', { name: 'Play' }).click();
  expect((await lessonOf(page)).autoplay).toBe(true);
  await page.keyboard.press(key);
  expect((await lessonOf(page)).autoplay).toBe(false);
}

/** The key shows the headline only, then no text, then all of it. */
export async function expectsCards(page: Page, key: string): Promise<void> {
  await goTo(page, 'yalu');
  const seen: CardMode[] = [];
  const shown: [titles: number, paragraphs: number][] = [];
  for (let i = 0; i < 3; i += 1) {
    await page.keyboard.press(key);
    await settled(page);
    seen.push((await lessonOf(page)).card);
    const title = await card(page).locator('h2:visible').count();
    shown.push([title, Math.min(1, await card(page).locator('p:visible').count())]);
  }
  expect(seen).toEqual(['headline', 'none', 'full']);
  expect(shown).toEqual([
    [1, 0],
    [0, 0],
    [1, 1],
  ]);
}

/** The key leads back to reading at the same step. */
export async function expectsLeaving(page: Page, key: string): Promise<void> {
  await goTo(page, 'inchon');
  await page.keyboard.press(key);
  await expect(panels(page)).toHaveCount(0);
  expect((await settled(page)).step).toBe('inchon');
  await expect(page).toHaveURL(/\/stalin-korea\/#inchon$/);
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
  await expect(page.locator('story-step:visible')).toHaveCount((await stepIds(page)).length);
  await page.keyboard.press('p');
  await expect(panels(page)).toHaveCount(1);
  await expect(page).toHaveURL(/\?present#inchon$/);
}
