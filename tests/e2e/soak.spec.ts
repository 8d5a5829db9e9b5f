import { expect, type Page, test } from '@playwright/test';
import { openBarePage } from '../support/bare-page.ts';
import { type ContextCount, countContexts } from '../support/count-contexts.ts';
import { type Footprint, footprint, footprintLine, rememberKinds } from '../support/footprint.ts';
import { graphicsContext } from '../support/map-camera.ts';
import { expectSamePicture } from '../support/pictures.ts';
import { createRandom } from '../support/random-moves.ts';
import { isLive, seek, settled, stagePicture, stepIds } from '../support/story-page.ts';

const WINDOW = { width: 800, height: 560 };
const WINDOWS = [WINDOW, { width: 620, height: 700 }, { width: 1000, height: 500 }] as const;
const MODES = ['read', 'present', 'read', 'steps'] as const;
const SRC = './stories/stalin-korea/story.json';
const AT = 'yalu';

/** What each of {@link MANY} times may add to script's objects, bytes: nothing of a map. */
const HEAP = 20_000;
const MANY = 50;

test.use({ viewport: WINDOW, deviceScaleFactor: 1 });

/** Does something `count` times, and measures the page at the start, half-way and at the end. */
async function repeat(
  page: Page,
  { count, contexts, name }: { count: number; contexts: ContextCount; name: string },
  work: (i: number) => Promise<void>,
): Promise<Footprint[]> {
  const found: Footprint[] = [];
  const look = async (i: number): Promise<void> => {
    found.push(await footprint(page, contexts));
    console.log(footprintLine(`${name} ${i}`, found.at(-1) as Footprint));
  };
  await look(0);
  for (let i = 1; i <= count; i += 1) {
    await work(i);
    if (i === count >> 1 || i === count) await look(i);
  }
  return found;
}

/**
 * Expects that nothing is held that was not held before. Script's objects may grow by some bytes each time, once there were
 * many times: in the first ones the browser compiles what it runs often.
 */
function expectFlat(found: readonly Footprint[], count: number): void {
  const [before, half, after] = found as [Footprint, Footprint, Footprint];
  for (const { heap: _, ...counts } of [half, after]) {
    const { heap: __, ...expected } = before;
    expect.soft(counts).toEqual(expected);
  }
  const growth = (after.heap - half.heap) / (count - (count >> 1));
  console.log(`the second half: ${Math.round(growth)} bytes of heap each time`);
  if (count >= MANY) expect.soft(growth).toBeLessThan(HEAP);
}

/**
 * Expects of lost graphics that nothing but what MapLibre 6.17 itself holds is held: each style that it had before a
 * loss, and a listener on its canvas.
 */
function expectFlatButStyles(found: readonly Footprint[], count: number): void {
  const [before, , after] = found as [Footprint, Footprint, Footprint];
  const { nodes, onPage, contexts, maps } = before;
  expect.soft(after).toMatchObject({ nodes, onPage, contexts, maps });
  expect.soft(after.styles - before.styles).toBeLessThanOrEqual(count);
  expect.soft(after.listeners - before.listeners).toBeLessThanOrEqual(count);
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

const lose = async (page: Page): Promise<void> => {
  await graphicsContext(page, 'lose');
  await expect.poll(() => isLive(page)).toBe(false);
  await graphicsContext(page, 'restore');
  await expect.poll(() => isLive(page)).toBe(true);
  await settled(page);
};

/** Goes through the story by script, now and then in another window or another mode. */
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
  ['', 3, 20, 3],
  [' @long', 200, 500, 50],
] as const) {
  test.describe(`nothing is left behind${tag}`, () => {
    test.describe.configure({ timeout: 1_800_000 });

    test(`by ${losses} losses of the graphics: the same picture`, async ({ page }) => {
      const contexts = await openStoryAlone(page);
      await lose(page);
      const picture = await stagePicture(page);
      const found = await repeat(page, { count: losses, contexts, name: 'losses' }, () =>
        lose(page),
      );
      await expectSamePicture(page, [picture, await stagePicture(page)], 'losses', { levels: 1 });
      expectFlatButStyles(found, losses);
    });

    test(`by ${seeks} seeks in windows and modes: the same picture`, async ({ page }) => {
      const contexts = await openStoryAlone(page);
      const wander = createWandering(page, await stepIds(page));
      // All code has been loaded, and all tiles, before it is measured.
      for (let i = 1; i <= Math.min(seeks, 100); i += 1) await wander(i);
      await comeBack(page);
      const picture = await stagePicture(page);
      const found = await repeat(page, { count: seeks, contexts, name: 'seeks' }, async (i) => {
        await wander(i);
        if (i === seeks >> 1 || i === seeks) await comeBack(page);
      });
      await expectSamePicture(page, [picture, await stagePicture(page)], 'seeks', { levels: 1 });
      expectFlat(found, seeks);
    });

    test(`by a story that is added and removed ${mounts} times`, async ({ page }) => {
      const contexts = await countContexts(page);
      await openBarePage(page, '<p>Here a story comes and goes.</p>');
      await addAndRemove(page);
      await addAndRemove(page);
      const found = await repeat(page, { count: mounts, contexts, name: 'added and removed' }, () =>
        addAndRemove(page),
      );
      expectFlat(found, mounts);
    });
  });
}
