import { type Browser, expect, type Page, test } from '@playwright/test';
import { CLASSROOM, goTo, openNotes, openPresented, panels } from '../support/present-page.ts';
import { settled } from '../support/story-page.ts';
import { coveredCanvas, dialogType, typeOf } from '../support/type-sizes.ts';

interface Screen {
  width: number;
  height: number;
  deviceScaleFactor: number;
}

/** The story as a screen of this size shows it. */
async function openOn(
  browser: Browser,
  { width, height, deviceScaleFactor }: Screen,
  options: { baseURL: string | undefined; address?: string },
): Promise<Page> {
  const { baseURL, address = '?present#chosin' } = options;
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: { width, height },
    deviceScaleFactor,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await openPresented(page, address);
  return page;
}

for (const [width, height, deviceScaleFactor, least] of [
  [1024, 768, 0.5, 14],
  [1920, 1080, 0.25, 28],
  [3840, 2160, 0.125, 56],
] as const) {
  test(`at ${width}x${height} the map is as large as the stage, and all type ${least} px or more`, async ({
    browser,
    baseURL,
  }) => {
    const page = await openOn(browser, { width, height, deviceScaleFactor }, { baseURL });
    const canvas = await coveredCanvas(page);
    expect(canvas).toEqual({ transforms: [], size: [width, height], stage: [width, height] });
    for (const key of ['q', 'a', 'l']) await page.keyboard.press(key);
    await panels(page).getByRole('region', { name: 'Questions' }).waitFor();
    const sizes = await typeOf(page);
    for (const key of ['?', 'o', 'g']) {
      await page.keyboard.press(key);
      sizes[`dialog ${key}`] = await dialogType(page);
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog')).toHaveCount(0);
    }
    console.log(`${width}x${height}: ${JSON.stringify(sizes)}`);
    for (const [what, size] of Object.entries(sizes)) {
      expect.soft(size, what).toBeGreaterThanOrEqual(least);
    }
    await page.context().close();
  });
}

/** All that says what is to come: the overview, the list to go to, and the timeline. */
async function titlesIn(page: Page): Promise<{ tiles: string; found: string; marks: number }> {
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog');
  const tiles = await dialog.getByRole('list').innerText();
  await page.keyboard.press('o');
  await expect(page.locator('dialog')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.type('seoul');
  const found = await dialog.getByRole('status').innerText();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
  const marks = await page.locator('story-timeline .mark').count();
  return { tiles, found, marks };
}

test('steps that are to come are hidden, unless the address says otherwise', async ({
  browser,
  baseURL,
}) => {
  const small = { ...CLASSROOM, deviceScaleFactor: 0.5 };
  const page = await openOn(browser, small, { baseURL, address: '?present' });
  const titles = await page.evaluate(
    () => document.querySelector('map-story')?.story?.steps.map(({ title }) => title) ?? [],
  );
  const hidden = (text: string) => titles.filter((title) => !text.includes(title));

  await test.step('at the opening', async () => {
    const { tiles, found, marks } = await titlesIn(page);
    expect(hidden(tiles)).toEqual(titles.slice(1));
    expect(found).toContain('Titles still to come are not searched.');
    expect(marks).toBe(1);
    const timeline = page.getByRole('slider', { name: 'Timeline' });
    expect(hidden((await timeline.getAttribute('aria-valuetext')) ?? '')).toEqual(titles.slice(1));
  });
  await test.step('when the class has been at the fourth', async () => {
    await goTo(page, 'parallel');
    await page.keyboard.press('k');
    await settled(page);
    const { tiles, marks } = await titlesIn(page);
    expect(hidden(tiles)).toEqual(titles.slice(4));
    expect(marks).toBe(4);
  });
  await test.step('where the timeline is clicked, it goes to seen steps only, and keys still go on', async () => {
    const timeline = page.getByRole('slider', { name: 'Timeline' });
    const { width = 0, height = 0 } = (await timeline.boundingBox()) ?? {};
    await timeline.click({ position: { x: width * 0.9, y: height / 2 } });
    // The latest day that the class has seen is that of the first step.
    expect((await settled(page)).step).toBe('kuntsevo');
    await page.keyboard.press('ArrowRight');
    expect((await settled(page)).step).toBe('thirty-years');
  });
  await test.step('but not from the teacher', async () => {
    const notes = await openNotes(page);
    const list = notes.getByRole('navigation', { name: 'Steps' });
    expect(hidden(await list.innerText())).toEqual([]);
    await notes.close();
  });
  await page.goto('about:blank');
  await openPresented(page, '?present&reveal=off');
  const { tiles, found, marks } = await titlesIn(page);
  expect(hidden(tiles)).toEqual([]);
  expect(found).toBe('One step. Enter goes there.');
  expect(marks).toBe(titles.length);
  await page.context().close();
});
