import { expect, type Frame, type Page, test } from '@playwright/test';
import { frameByCommand } from '../support/command.ts';
import {
  frameHeight,
  type HostServer,
  hostPage,
  serveHost,
  settledIn,
  storyFrame,
} from '../support/host-page.ts';

const WINDOW = { width: 1000, height: 640 };

test.use({ viewport: WINDOW });

let host: HostServer;

test.beforeAll(async ({ baseURL }) => {
  host = await serveHost(hostPage({ site: baseURL ?? '' }));
});

test.afterAll(() => host.close());

/** Opens the article and scrolls it to a line of the story, CSS pixels from the story's top. */
async function scrollIn(page: Page, line: number): Promise<void> {
  await page.evaluate((line) => {
    const { top } = (document.querySelector('legenda-embed') as Element).getBoundingClientRect();
    window.scrollTo({ top: scrollY + top + line, behavior: 'instant' });
  }, line);
}

/** How far the stage is from the top of the article's window, and how high it is, CSS pixels. */
async function stageIn(page: Page, frame: Frame) {
  const stage = await frame.evaluate(() => {
    const box = document.querySelector('map-story')?.shadowRoot?.querySelector('.stage');
    const { top = Number.NaN, height = 0 } = box?.getBoundingClientRect() ?? {};
    return { top, height };
  });
  const box = await page.evaluate(
    () => document.querySelector('legenda-embed')?.getBoundingClientRect().top ?? Number.NaN,
  );
  return { off: Math.abs(stage.top + box), height: stage.height };
}

async function openArticle(page: Page) {
  await page.goto(host.url);
  await scrollIn(page, 0);
  const frame = await storyFrame(page);
  await settledIn(frame);
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  return frame;
}

test('the map stays in the window while the article is scrolled, forwards, backwards and by a jump', async ({
  page,
}) => {
  const frame = await openArticle(page);
  const height = await frameHeight(page);
  const rest = height - WINDOW.height;
  for (const line of [0, 0.05, 0.3, 0.35, 0.9, 0.5, 0.1, 1].map((part) =>
    Math.round(part * rest),
  )) {
    await scrollIn(page, line);
    // The frame hears of it by a message, which it cannot know to be on its way.
    await expect.poll(async () => (await stageIn(page, frame)).off).toBeLessThanOrEqual(1);
    const shown = await settledIn(frame);
    const stage = await stageIn(page, frame);
    expect(stage.off).toBeLessThanOrEqual(1);
    expect(stage.height).toBe(WINDOW.height);
    expect(shown).toEqual(await frameByCommand(shown.playhead, WINDOW));
  }
});

test('going to a step scrolls the article, and shows the reading page’s frame', async ({
  page,
}) => {
  const frame = await openArticle(page);
  for (const [step, progress] of [
    ['armistice', 0],
    ['yalu', 0.5],
    ['yalu', 0],
  ] as const) {
    await frame.evaluate(
      ([step, progress]) => document.querySelector('map-story')?.seek(step, progress),
      [step, progress] as const,
    );
    const shown = await settledIn(frame);
    expect(shown.playhead.step).toBe(step);
    expect(Math.abs(shown.playhead.progress - progress)).toBeLessThan(0.02);
    expect(shown).toEqual(await frameByCommand(shown.playhead, WINDOW));
  }
  expect(await frame.evaluate(() => window.scrollY)).toBe(0);
});

test('each card rests where it does on the reading page', async ({ page }) => {
  const frame = await openArticle(page);
  await frame.evaluate(() => document.querySelector('map-story')?.seek('yalu', 0.5));
  await settledIn(frame);
  const inFrame = await frame.evaluate(
    () =>
      document
        .querySelector<HTMLElement & { card: Element }>('story-step#yalu')
        ?.card.getBoundingClientRect().top ?? 0,
  );
  const top = await page.evaluate(
    () => document.querySelector('legenda-embed')?.getBoundingClientRect().top ?? 0,
  );
  const rest = await frame.evaluate(() =>
    Number.parseFloat(
      document
        .querySelector<HTMLElement>('story-step#yalu')
        ?.style.getPropertyValue('--legenda-rest') ?? '',
    ),
  );
  expect(Math.abs(inFrame + top - rest)).toBeLessThanOrEqual(1);
});
