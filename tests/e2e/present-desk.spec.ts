import { expect, type Page, test } from '@playwright/test';
import { desk, goTo, lessonOf } from '../support/present-page.ts';
import { saveData } from '../support/save-data.ts';
import { STORY } from '../support/story-page.ts';

test.use({ viewport: { width: 800, height: 700 } });

/** Opens the teacher's window alone, with stills. */
async function openDesk(page: Page): Promise<void> {
  await saveData(page);
  await page.goto(`${STORY}?notes#yalu`);
  await expect(desk(page).getByRole('heading', { level: 1 })).toBeVisible();
}

/** What has the focus: the text of a button, or the name of another place. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let each = document.activeElement;
    while (each?.shadowRoot?.activeElement) each = each.shadowRoot.activeElement;
    const text = each?.matches('button') && (each as HTMLElement).innerText;
    return (text || each?.className || '').replace(/\s+/g, ' ').trim();
  });
}

test('the teacher’s window goes by keys alone', async ({ page }) => {
  await openDesk(page);
  const buttons = (await desk(page).getByRole('button').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
  expect(buttons.length).toBeGreaterThan(25);
  const reached = new Set<string>();
  for (let i = 0; i < buttons.length + 8; i += 1) {
    await page.keyboard.press('Tab');
    reached.add(await focused(page));
  }
  expect(buttons.filter((text) => !reached.has(text))).toEqual([]);
  expect([...reached].some((name) => name.startsWith('notes-text'))).toBe(true);

  await goTo(page, 'yalu');
  await desk(page).getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  expect((await lessonOf(page)).at.step).toBe('first-clash');
  await desk(page).getByRole('button', { name: 'Black' }).focus();
  await page.keyboard.press('Space');
  expect(await lessonOf(page)).toMatchObject({ cover: 'black', at: { step: 'first-clash' } });
});

test('the map stays in its place when something above it grows', async ({ page }) => {
  await openDesk(page);
  const boxes = () =>
    page.evaluate(async () => {
      const root = document.querySelector('map-story')?.shadowRoot;
      const table = root?.querySelector('presenter-desk')?.shadowRoot;
      table?.querySelector('header')?.style.setProperty('height', '160px');
      for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
      const box = (of: Element | null | undefined) => of?.getBoundingClientRect().toJSON();
      return [box(root?.querySelector('.stage')), box(table?.querySelector('.stage-area'))];
    });
  const [map, place] = await boxes();
  expect(map).toEqual(place);
});
