import type { Page } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import { openStory } from './story-page.ts';

/** Opens the story in a browser that saves data: it shows stills, and waits for no map. */
export async function openWithStills(page: Page, hash = ''): Promise<Frame> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  return openStory(page, hash);
}
