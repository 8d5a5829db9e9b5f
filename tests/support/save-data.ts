import type { Page } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import { openStory } from './story-page.ts';

/** Makes the page's browser, and that of windows it opens, one that saves data; before a page is opened. */
export async function saveData(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

/** Opens the story in a browser that saves data: it shows stills, and waits for no map. */
export async function openWithStills(page: Page, hash = ''): Promise<Frame> {
  await saveData(page);
  return openStory(page, hash);
}
