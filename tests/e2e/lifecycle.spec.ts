import { expect, type Page, test } from '@playwright/test';
import { openBarePage } from '../support/bare-page.ts';
import { countListeners } from '../support/listeners.ts';

test.use({ viewport: { width: 800, height: 500 } });

const SRC = './stories/stalin-korea/story.json';

/** MapLibre's own, for each map: a drag goes on outside of it, and it asks again once online. */
const OF_EACH_MAP = ['document mousemove', 'document mouseup', 'window blur', 'window online'];
/** MapLibre's own, one for a page and for good: it watches over its workers. */
const OF_ALL_MAPS = 'document visibilitychange';

/** Waits until every story of the page shows its present frame; gives their steps. */
function stepsOfAll(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await customElements.whenDefined('map-story');
    const stories = [...document.querySelectorAll('map-story')];
    const frames = await Promise.all(stories.map((story) => story.settled()));
    return frames.map(({ step }) => step);
  });
}

/** Adds a story whose steps have names of their own, made from the first one on the page. */
function addSecondStory(page: Page): Promise<void> {
  return page.evaluate(() => {
    const story = document.querySelector('map-story')?.story;
    if (!story) throw new Error('The first story has not loaded.');
    const second = document.createElement('map-story');
    second.story = {
      ...story,
      steps: story.steps.slice(3, 9).map((step) => ({ ...step, id: `second-${step.id}` })),
    };
    document.body.append(second);
  });
}

const addStory = (page: Page): Promise<void> =>
  page.evaluate((src) => {
    const story = document.createElement('map-story');
    story.src = src;
    document.body.append(story);
  }, SRC);

const removeStory = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('map-story')?.remove());

/** Brings the step to its resting place by the page's scroll alone. */
function scrollToStep(page: Page, id: string): Promise<void> {
  return page.evaluate((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top ?? 0;
    window.scrollTo({ top: window.scrollY + top, behavior: 'instant' });
  }, id);
}

test.describe('two stories on one page', () => {
  test.beforeEach(async ({ page }) => {
    await openBarePage(page, `<map-story src="${SRC}"></map-story>`);
    await stepsOfAll(page);
  });

  test('share one set of listeners on the window and the document', async ({ page }) => {
    const one = await countListeners(page);
    expect(Object.keys(one)).toContain('window scroll');
    await addSecondStory(page);
    await stepsOfAll(page);
    await scrollToStep(page, 'second-inchon');
    await stepsOfAll(page);
    const maps = Object.fromEntries(OF_EACH_MAP.map((name) => [name, 2]));
    expect(await countListeners(page)).toEqual({ ...one, ...maps });
  });

  test('follow the scroll each for itself', async ({ page }) => {
    await addSecondStory(page);
    await stepsOfAll(page);
    await scrollToStep(page, 'inchon');
    expect(await stepsOfAll(page)).toEqual(['inchon', 'second-parallel']);
    await scrollToStep(page, 'second-north');
    expect(await stepsOfAll(page)).toEqual(['sources', 'second-north']);
  });

  test('take keys only where the reader is', async ({ page }) => {
    await addSecondStory(page);
    await stepsOfAll(page);
    await scrollToStep(page, 'second-perimeter');
    await stepsOfAll(page);
    await page.keyboard.press('j');
    expect(await stepsOfAll(page)).toEqual(['sources', 'second-inchon']);
    await scrollToStep(page, 'perimeter');
    await stepsOfAll(page);
    await page.keyboard.press('j');
    expect(await stepsOfAll(page)).toEqual(['inchon', 'second-parallel']);
  });

  test('are opened by a link to a step of the second', async ({ page }) => {
    await addSecondStory(page);
    await stepsOfAll(page);
    await page.evaluate(() => {
      location.hash = '#second-yalu';
    });
    await expect.poll(() => stepsOfAll(page)).toEqual(['sources', 'second-yalu']);
  });
});

test('a story that is removed leaves no listener on the window and the document', async ({
  page,
}) => {
  await openBarePage(page, '<p>No story yet.</p>');
  const before = await countListeners(page);
  for (const _ of ['first', 'second']) {
    await addStory(page);
    await stepsOfAll(page);
    await scrollToStep(page, 'yalu');
    await stepsOfAll(page);
    expect(Object.keys(await countListeners(page))).toContain('window scroll');
    await removeStory(page);
    expect(await countListeners(page)).toEqual({ ...before, [OF_ALL_MAPS]: 1 });
  }
});

test('a story that is removed frees its graphics context', async ({ page }) => {
  await openBarePage(page, '');
  await addStory(page);
  await stepsOfAll(page);
  const context = await page.evaluateHandle(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    const context = stage?.shadowRoot?.querySelector('canvas')?.getContext('webgl2');
    if (!context) throw new Error('There is no map to free.');
    return context;
  });
  expect(await context.evaluate((gl) => gl.isContextLost())).toBe(false);
  await removeStory(page);
  await expect.poll(() => context.evaluate((gl) => gl.isContextLost())).toBe(true);
});

test('a story that is removed before it has loaded leaves nothing behind', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openBarePage(page, '');
  const before = await countListeners(page);
  const asked = page.waitForRequest(/story\.json$/);
  await addStory(page);
  await asked;
  await removeStory(page);
  // What the story would do once it has loaded it would do within a few pictures.
  await page.evaluate(async () => {
    for (let i = 0; i < 10; i += 1) await new Promise(requestAnimationFrame);
  });
  expect(await countListeners(page)).toEqual(before);
  expect(errors).toEqual([]);
});

test('a story that is taken out and put back is alive again', async ({ page }) => {
  await openBarePage(page, `<map-story src="${SRC}"></map-story>`);
  await stepsOfAll(page);
  const listeners = await countListeners(page);
  await page.evaluate(() => {
    const story = document.querySelector('map-story');
    story?.remove();
    if (story) document.body.append(story);
  });
  await stepsOfAll(page);
  await scrollToStep(page, 'yalu');
  expect(await stepsOfAll(page)).toEqual(['yalu']);
  expect(await countListeners(page)).toEqual(listeners);
});
