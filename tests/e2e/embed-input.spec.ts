import { expect, type Page, test } from '@playwright/test';
import { dragFinger } from '../support/touch.ts';

/** The three ways, by the pages that show them, and what holds the story there. */
const WAYS = [
  ['with the script', 'examples/host.html', 'legenda-embed'],
  ['in a plain frame', 'examples/iframe.html', 'iframe'],
  ['as an element', 'examples/package.html', 'map-story'],
] as const;

const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Opens a page and brings its story's top to the window's, with a live map where there is one. */
async function openAt(page: Page, address: string, holder: string): Promise<void> {
  await page.goto(address);
  await page.evaluate((holder) => {
    const { top } = (document.querySelector(holder) as Element).getBoundingClientRect();
    window.scrollTo({ top: scrollY + top, behavior: 'instant' });
  }, holder);
  const { width, height } = page.viewportSize() as { width: number; height: number };
  const frame = () => page.frames().at(-1);
  // A reader who has moved over the map, so that it lives.
  await expect
    .poll(async () => {
      await page.mouse.move(width * 0.7, height * 0.3);
      await page.mouse.move(width * 0.7, height * 0.31);
      return frame()
        ?.evaluate(() => {
          const { shadowRoot } = document.querySelector('map-story') ?? {};
          return shadowRoot?.querySelector('story-stage')?.hasAttribute('live');
        })
        .catch(() => false);
    })
    .toBe(true);
}

for (const [way, address, holder] of WAYS) {
  test.describe(`a story ${way}`, () => {
    test.describe('under a wheel', () => {
      test.use({ viewport: { width: 1280, height: 720 } });

      test('scrolls the page', async ({ page }) => {
        await openAt(page, address, holder);
        const before = await scrolled(page);
        await page.mouse.move(900, 220);
        for (let i = 0; i < 3; i += 1) await page.mouse.wheel(0, 100);
        await expect.poll(() => scrolled(page)).toBe(before + 300);
      });
    });

    test.describe('under one finger', () => {
      test.use({
        viewport: { width: 390, height: 760 },
        hasTouch: true,
        isMobile: true,
        deviceScaleFactor: 1,
      });

      test('scrolls the page', async ({ page }) => {
        await openAt(page, address, holder);
        // A busy page may break a touch off; then the reader tries again.
        await expect(async () => {
          const before = await scrolled(page);
          await dragFinger(page, { x: 250, y: 330 }, { x: 250, y: 130 });
          await expect.poll(() => scrolled(page), { timeout: 4000 }).toBeGreaterThan(before + 120);
        }).toPass();
      });
    });
  });
}
