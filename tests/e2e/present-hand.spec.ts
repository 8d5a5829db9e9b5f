import { expect, type Page, test } from '@playwright/test';
import { CLASSROOM, goTo, lessonOf, openPresentedStills, panels } from '../support/present-page.ts';
import { dragFinger } from '../support/touch.ts';

test.use({ viewport: CLASSROOM, hasTouch: true });

const stepOf = async (page: Page): Promise<string> => (await lessonOf(page)).at.step;
const notice = (page: Page) => panels(page).locator('[part=notice]');

test('a swipe goes on and back, and a click only where the address says so', async ({ page }) => {
  await openPresentedStills(page);
  await goTo(page, 'yalu');
  await dragFinger(page, { x: 800, y: 200 }, { x: 560, y: 210 });
  expect(await stepOf(page)).toBe('first-clash');
  await dragFinger(page, { x: 560, y: 200 }, { x: 800, y: 210 });
  expect(await stepOf(page)).toBe('yalu');
  await dragFinger(page, { x: 700, y: 100 }, { x: 720, y: 300 });
  await page.mouse.click(800, 200);
  await page.mouse.click(40, 300);
  expect(await stepOf(page)).toBe('yalu');

  await page.goto('about:blank');
  await openPresentedStills(page, '?present&clicks=on');
  await goTo(page, 'yalu');
  await page.mouse.click(800, 200);
  expect(await stepOf(page)).toBe('first-clash');
  await page.mouse.click(200, 465);
  expect(await stepOf(page)).toBe('yalu');
  // The timeline alone says where a click on it leads.
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  const { x = 0, y = 0, width = 0, height = 0 } = (await timeline.boundingBox()) ?? {};
  await page.mouse.click(x + width * 0.1, y + height / 2);
  const reached = await stepOf(page);
  await page.mouse.click(x + width * 0.1, y + height / 2);
  expect(await stepOf(page)).toBe(reached);
});

test('what a browser refuses is said, and no longer once it allows it', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await openPresentedStills(page, '?present#yalu');
  await page.evaluate(() => {
    const { open } = window;
    window.open = () => {
      window.open = open;
      return null;
    };
    HTMLElement.prototype.requestFullscreen = () => Promise.reject(new TypeError('No.'));
  });
  await page.keyboard.press('s');
  await expect(notice(page)).toHaveText(/has blocked the window/);
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  await expect(notice(page)).toHaveText('');
  await notes.close();
  await page.keyboard.press('f');
  await expect(notice(page)).toHaveText(/does not fill the screen/);
  await page.evaluate(() => location.assign('#%E0%A4%A'));
  await page.evaluate(() => location.assign('#inchon'));
  await expect.poll(() => stepOf(page)).toBe('inchon');
  expect(errors).toEqual([]);
});

test('a text that is too long is scrolled by keys, and the next begins at its top', async ({
  page,
}) => {
  await page.setViewportSize({ width: 960, height: 400 });
  await openPresentedStills(page);
  await goTo(page, 'yalu');
  const text = page.getByRole('group', { name: 'Text' });
  const top = () => text.evaluate(({ scrollTop }) => scrollTop);
  await text.focus();
  await page.keyboard.press('ArrowDown');
  expect(await top()).toBeGreaterThan(10);
  expect(await stepOf(page)).toBe('yalu');
  // A step that comes right after is not scrolled on.
  await page.keyboard.press('ArrowRight');
  expect(await stepOf(page)).toBe('first-clash');
  await expect.poll(top).toBe(0);
  await text.evaluate((place) => place.scrollTo(0, place.scrollHeight));
  await page.keyboard.press('ArrowDown');
  expect(await stepOf(page)).toBe('chosin');
  await page.setViewportSize({ width: 960, height: 2000 });
  await expect(text).toHaveCount(0);
});

test('a kiosk begins by itself, goes on, stays one when it is loaded anew, and begins again when it is left alone', async ({
  page,
}) => {
  await page.clock.install();
  await openPresentedStills(page, '?present&kiosk');
  const pause = panels(page).getByRole('button', { name: 'Pause' });
  const expectBegun = async (): Promise<void> => {
    const { at, ...lesson } = await lessonOf(page);
    expect([at.step, at.progress]).toEqual(['kuntsevo', 0]);
    expect(lesson).toMatchObject({ autoplay: true, card: 'full', keepLines: false });
    await expect(pause).toBeVisible();
  };
  await expectBegun();
  // The opening is rested at for as long as its text takes to read.
  await page.clock.fastForward('01:00');
  await expect.poll(async () => (await lessonOf(page)).at.progress).toBe(1);
  await page.clock.fastForward('01:00');
  await expect.poll(() => stepOf(page)).toBe('thirty-years');
  await expect(page).toHaveURL(/\?present&kiosk#thirty-years$/);
  await page.reload();
  await panels(page).waitFor({ state: 'attached' });
  await expectBegun();

  await goTo(page, 'yalu');
  for (const key of ['c', 'Shift+D', 'd']) await page.keyboard.press(key);
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  await pause.tap();
  expect((await lessonOf(page)).autoplay).toBe(false);
  await page.clock.fastForward('00:50');
  // Keys in a dialog are a visitor's too.
  await page.keyboard.press('o');
  await page.keyboard.press('ArrowRight');
  await page.clock.fastForward('00:50');
  expect(await stepOf(page)).toBe('yalu');
  await page.clock.fastForward('00:15');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expectBegun();
  await expect(notice(page)).toHaveText('');
});
