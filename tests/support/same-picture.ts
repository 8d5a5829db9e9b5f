import { expect, type Page, test } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import { formatPlayhead } from '../../src/core/playhead.ts';
import { frameByCommand, type WindowSize } from './command.ts';
import { expectSamePicture } from './pictures.ts';
import { type FoundPlace, findPlaces, isStart, scrollSlowly } from './places.ts';
import { openStory, scrollToY, seek, settled, stagePicture } from './story-page.ts';

interface Seen extends FoundPlace {
  picture: Buffer;
}

/** Goes to a place in one way, and gives the frame that is there. */
type Way = (page: Page, place: Seen) => Promise<Frame>;

const atEnd = (page: Page): Promise<Frame> => scrollToY(page, 10_000_000);

/** Opens a page, finds every place by a jump from far away, and remembers what is there. */
async function look(page: Page): Promise<Seen[]> {
  await openStory(page);
  const seen: Seen[] = [];
  for (const place of await findPlaces(page)) {
    await scrollToY(page, 0);
    await scrollToY(page, place.y);
    seen.push({ ...place, picture: await stagePicture(page) });
  }
  return seen;
}

async function visit(page: Page, places: readonly Seen[], go: Way): Promise<void> {
  for (const place of places) {
    const frame = await go(page, place);
    expect.soft(JSON.stringify(frame), `${place.name}: frame`).toBe(JSON.stringify(place.frame));
    await expectSamePicture(page, [place.picture, await stagePicture(page)], place.name);
  }
}

/**
 * The tests that a place of the story is the same, to the last digit of its frame and to the last pixel,
 * however it was reached, in a window of one size.
 * For runs of everything only, `tag` marks all of it, `slow` the ways that take long, `slowest` the one through all
 * of the story, and `sought` the one by script.
 */
export function describeSamePicture(
  viewport: WindowSize,
  { tag = '', slow = '', slowest = '', sought = '' } = {},
): void {
  const size = `${viewport.width}x${viewport.height}`;

  test.describe(`a place at ${size} is the same to the digit and the pixel${tag}`, () => {
    test.use({ viewport, deviceScaleFactor: 1 });
    test.describe.configure({ timeout: 300_000 });
    let places: Seen[] = [];

    test.beforeAll(async ({ browser, baseURL }) => {
      const page = await browser.newPage({ viewport, ...(baseURL && { baseURL }) });
      places = await look(page);
      await page.close();
    });

    test(`reached by scrolling slowly from the start${slowest}`, async ({ page }) => {
      await openStory(page);
      await visit(page, places, (page, { y }) => scrollSlowly(page, y));
    });

    test(`reached by scrolling slowly back from the end${slow}`, async ({ page }) => {
      await openStory(page);
      await atEnd(page);
      await visit(page, places.toReversed(), (page, { y }) => scrollSlowly(page, y));
    });

    test(`reached by one long jump${slow}`, async ({ page }) => {
      await openStory(page);
      await visit(page, places, async (page, { y }) => {
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        return scrollToY(page, y);
      });
    });

    test(`reached by seek${sought}`, async ({ page }) => {
      await openStory(page);
      const sought = places.filter(({ onward }) => onward === undefined);
      await visit(page, sought, (page, { step, progress }) => seek(page, step, progress));
    });

    test(`reached by a link to its step${slow}`, async ({ page }) => {
      const starts = places.filter(isStart);
      expect(starts.length).toBeGreaterThanOrEqual(3);
      await visit(page, starts, async (page, { step }) => {
        await page.goto('about:blank');
        return openStory(page, `#${step}`);
      });
    });

    test(`after the page is loaded again there${slow}`, async ({ page }) => {
      await openStory(page);
      await visit(page, places, async (page, { y }) => {
        const { playhead } = await scrollToY(page, y);
        // The place is kept in the history when the browser says that the scroll has ended.
        const kept = () => page.evaluate(() => history.state?.legenda);
        await expect.poll(kept).toBe(formatPlayhead(playhead));
        await page.reload();
        return settled(page);
      });
    });

    test('printed by the command', async () => {
      for (const { name, frame } of places) {
        const printed = await frameByCommand(frame.playhead, viewport);
        expect.soft(JSON.stringify(printed), name).toBe(JSON.stringify(frame));
      }
    });
  });
}
