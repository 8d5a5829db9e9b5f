import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

import type { Frame } from '../../src/core/frame.ts';
import { frameByCommand, type WindowSize } from '../support/command.ts';
import { settledIn, storyFrame } from '../support/host-page.ts';
import { openStory, seek, settled } from '../support/story-page.ts';

const NEWS = 'examples/news-page.html';

/** Notes what of the page jumps while it is seen, and by which element. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as {
        value: number;
        sources: { node: Element | null }[];
      }[]) {
        const nodes = entry.sources.map(({ node }) => `${node?.nodeName}#${node?.id ?? ''}`);
        shifts.push(`${entry.value} ${nodes}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

/** Scrolls to a share of what an embedded story has to scroll through. */
async function scrollInto(page: Page, id: string, part: number): Promise<void> {
  await page.evaluate(
    ([id, part]) => {
      const { top, height } = (document.getElementById(id) as Element).getBoundingClientRect();
      const way = height - document.documentElement.clientHeight;
      window.scrollTo({ top: scrollY + top + part * way, behavior: 'instant' });
    },
    [id, part] as const,
  );
}

const heightOf = (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => (document.getElementById(id) as HTMLElement).offsetHeight, id);

/**
 * Expects the frames that the command has for the same places, in a window of this size: those of the reading page,
 * as the tests of its pictures show.
 */
async function expectAsRead(frames: readonly Frame[], size: WindowSize): Promise<void> {
  // A part of a story counts its steps anew, which costs a playhead its last digits.
  const rounded = (frame: Frame): string =>
    JSON.stringify(frame, (_, value) => (typeof value === 'number' ? value.toFixed(9) : value));
  for (const frame of frames) {
    expect(rounded(await frameByCommand(frame.playhead, size))).toBe(rounded(frame));
  }
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  const often = viewport.width < 720 ? '' : ' @long';
  test.describe(`a news page with a hostile style, ${viewport.width} wide${often}`, () => {
    test.use({ viewport });

    test('has two stories that are as on their own page, and nothing jumps', async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      const shifts = await watchShifts(page);
      await page.goto(NEWS);
      // Past the advertisement, which then grows.
      await page.evaluate(() => window.scrollTo({ top: 500, behavior: 'instant' }));
      await expect(page.locator('#advert')).toHaveClass('late');
      await scrollInto(page, 'first', 0);
      const first = await storyFrame(page);
      await settledIn(first);
      await expect.poll(() => heightOf(page, 'first')).toBeGreaterThan(4000);
      const seen: Frame[] = [];
      for (const part of [0.05, 0.3, 0.8, 0.55, 0.97]) {
        await scrollInto(page, 'first', part);
        seen.push(await settledIn(first));
      }
      await scrollInto(page, 'second', 0);
      const second = await storyFrame(page, 1);
      await settledIn(second);
      await expect.poll(() => heightOf(page, 'second')).toBeGreaterThan(4000);
      const narrow = await second.evaluate(() => innerWidth);
      const others: Frame[] = [];
      for (const part of [0.1, 0.9, 0.4, 0.6, 0.2]) {
        await scrollInto(page, 'second', part);
        others.push(await settledIn(second));
      }
      expect(await shifts()).toEqual([]);
      expect(errors).toEqual([]);

      await expectAsRead(seen, viewport);
      await expectAsRead(others, { ...viewport, width: narrow });
    });
  });
}

test.describe('the element itself, in a page with a hostile style', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('looks as on its own page, but for the letters and colours that the page lets in', async ({
    page,
    context,
  }) => {
    const looksOf = (where: Page) =>
      where.evaluate(() => {
        const host = document.querySelector('map-story');
        const find = (selector: string) =>
          host?.querySelector(selector) ?? host?.shadowRoot?.querySelector(selector);
        const names = ['h2', '.kicker', '.sources summary', '.footnote-ref a', 'p:not(.kicker)'];
        return names.map((name) => {
          const element = find(`story-step#yalu ${name}`) as Element;
          const { fontSize, fontWeight, fontStyle, lineHeight, letterSpacing, display } =
            getComputedStyle(element);
          return { name, fontSize, fontWeight, fontStyle, lineHeight, letterSpacing, display };
        });
      });
    await openStory(page);
    await seek(page, 'yalu');
    const built = await looksOf(page);

    const bare = await context.newPage();
    await bare.goto('examples/package.html');
    await settled(bare);
    const frame = await seek(bare, 'yalu');
    const hostile = readFileSync(new URL('../../examples/news-page.css', import.meta.url), 'utf8');
    await bare.addStyleTag({ content: `${hostile} map-story { --legenda-ink: rgb(1, 2, 3) }` });
    expect(frame.step).toBe('yalu');
    expect(await looksOf(bare)).toEqual(built);
    const heading = bare.locator('story-step#yalu h2');
    await expect(heading).toBeVisible();
    await expect(heading).toHaveCSS('color', 'rgb(1, 2, 3)');
  });
});
