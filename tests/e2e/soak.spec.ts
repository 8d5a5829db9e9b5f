import { expect, type Page, test } from '@playwright/test';
import type { MapStage } from '../../src/map/map-stage.ts';
import { openBarePage } from '../support/bare-page.ts';
import { type ContextCount, countContexts } from '../support/count-contexts.ts';
import { type Footprint, footprint, footprintLine, rememberKinds } from '../support/footprint.ts';
import { expectSamePicture } from '../support/pictures.ts';
import { createRandom } from '../support/random-moves.ts';
import { seek, settled, stagePicture, stepIds } from '../support/story-page.ts';

const WINDOW = { width: 640, height: 480 };
const WINDOWS = [WINDOW, { width: 480, height: 600 }, { width: 800, height: 400 }] as const;
const MODES = ['present', 'read', 'steps', 'read'] as const;
const SRC = './stories/stalin-korea/story.json';
const AT = 'yalu';

/** Times before anything is measured: after them all is loaded. */
const WARM = 1;

/**
 * What each time may add to what script holds, bytes: a fifth of a style, of which MapLibre held 100 000 and more after
 * each loss.
 */
const HEAP = 20_000;

test.use({ viewport: WINDOW, deviceScaleFactor: 0.25 });

/** Does something `count` times, and measures the page before and after. */
async function repeat(
  page: Page,
  { count, contexts, name }: { count: number; contexts: ContextCount; name: string },
  work: (i: number) => Promise<void>,
): Promise<[Footprint, Footprint]> {
  const before = await footprint(page, contexts);
  console.log(footprintLine(`${name}, before`, before));
  for (let i = 1; i <= count; i += 1) await work(i);
  const after = await footprint(page, contexts);
  console.log(footprintLine(`${name}, ${count} times`, after));
  console.log(`${Math.round((after.heap - before.heap) / count)} bytes of heap each time`);
  return [before, after];
}

/** Expects that nothing is held that was not held before, but for some bytes each time. */
function expectFlat([before, after]: [Footprint, Footprint], count: number): void {
  const { heap: from, ...expected } = before;
  const { heap: to, ...counts } = after;
  expect.soft(counts).toEqual(expected);
  expect.soft((to - from) / count, 'bytes of heap each time').toBeLessThan(HEAP);
}

async function openStoryAlone(page: Page): Promise<ContextCount> {
  const contexts = await countContexts(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openBarePage(page, `<map-story src="${SRC}"></map-story>`);
  await settled(page);
  await seek(page, AT);
  await rememberKinds(page);
  return contexts;
}

/** Takes the graphics from the map, and waits until it has shown the still, got them back and drawn. */
function lose(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const story = document.querySelector('map-story');
    const stage = story?.shadowRoot?.querySelector('story-stage');
    const canvas = stage?.shadowRoot?.querySelector('canvas');
    // A lost context gives no extension.
    const loss = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!story || !stage || !loss) throw new Error('There is no context to lose.');
    const until = async (live: boolean): Promise<void> => {
      while (stage.hasAttribute('live') !== live) await new Promise(requestAnimationFrame);
    };
    loss.loseContext();
    await until(false);
    loss.restoreContext();
    await until(true);
    await story.settled();
  });
}

/**
 * Throws away the tiles that MapLibre keeps out of sight, up to a number that goes with the window: which ones they are
 * depends on how far the map came between two seeks.
 */
function emptyTileCaches(page: Page): Promise<void> {
  return page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    if (!stage?.stage) throw new Error('There is no map.');
    const { tileManagers } = (stage.stage as MapStage).map.style;
    for (const { _outOfViewCache: cache } of Object.values(tileManagers)) cache.reset();
  });
}

/** Goes through the story by script, now and then in another window or another mode; always in the same way. */
function createWandering(page: Page, steps: readonly string[]) {
  const random = createRandom(15);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  return async (i: number): Promise<void> => {
    if (i % 10 === 5) await page.setViewportSize(oneOf(WINDOWS));
    if (i % 25 === 12) {
      const mode = MODES[Math.floor(i / 25) % MODES.length] ?? 'read';
      await page.evaluate((mode) => {
        const story = document.querySelector('map-story');
        if (story) Object.assign(story, { mode });
      }, mode);
      await settled(page);
    }
    await page.evaluate(({ step, to }) => document.querySelector('map-story')?.seek(step, to), {
      step: oneOf(steps),
      to: random(),
    });
    if (i % 5 === 0) await settled(page);
  };
}

const comeBack = async (page: Page): Promise<void> => {
  await page.setViewportSize(WINDOW);
  await page.evaluate(() => {
    const story = document.querySelector('map-story');
    if (story) story.mode = 'read';
  });
  await settled(page);
  await seek(page, AT);
  await emptyTileCaches(page);
};

async function addAndRemove(page: Page): Promise<void> {
  await page.evaluate(async (src) => {
    const story = document.createElement('map-story');
    story.src = src;
    document.body.append(story);
    await story.settled();
  }, SRC);
  await rememberKinds(page);
  await page.evaluate(() => document.querySelector('map-story')?.remove());
}

for (const [tag, losses, seeks, mounts] of [
  ['', 2, 13, 2],
  [' @long', 200, 500, 50],
] as const) {
  test.describe(`nothing is left behind${tag}`, () => {
    test.describe.configure({ timeout: 1_800_000 });

    test(`by ${losses} losses of the graphics: the same picture`, async ({ page }) => {
      const contexts = await openStoryAlone(page);
      for (let i = 0; i < WARM; i += 1) await lose(page);
      const picture = await stagePicture(page);
      const found = await repeat(page, { count: losses, contexts, name: 'losses' }, () =>
        lose(page),
      );
      await expectSamePicture(page, [picture, await stagePicture(page)], 'losses', { levels: 1 });
      expectFlat(found, losses);
    });

    test(`by ${seeks} seeks in windows and modes: the same picture`, async ({ page }) => {
      const contexts = await openStoryAlone(page);
      const steps = await stepIds(page);
      const warmUp = createWandering(page, steps);
      // The first ones on the same way: all that is loaded once is there before anything is measured.
      for (let i = 1; i <= Math.min(seeks, 100); i += 1) await warmUp(i);
      await comeBack(page);
      const picture = await stagePicture(page);
      const wander = createWandering(page, steps);
      const found = await repeat(page, { count: seeks, contexts, name: 'seeks' }, async (i) => {
        await wander(i);
        if (i === seeks) await comeBack(page);
      });
      await expectSamePicture(page, [picture, await stagePicture(page)], 'seeks', { levels: 1 });
      expectFlat(found, seeks);
    });

    test(`by a story that is added and removed ${mounts} times`, async ({ page }) => {
      const contexts = await countContexts(page);
      await openBarePage(page, '<p>Here a story comes and goes.</p>');
      for (let i = 0; i < WARM; i += 1) await addAndRemove(page);
      const found = await repeat(page, { count: mounts, contexts, name: 'added and removed' }, () =>
        addAndRemove(page),
      );
      expectFlat(found, mounts);
    });
  });
}
