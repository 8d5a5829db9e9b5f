import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

import type { Frame } from '../../src/core/frame.ts';
import type { Playhead } from '../../src/core/playhead.ts';
import { createStore } from '../../src/core/store.ts';
import { createViewport } from '../../src/core/viewport.ts';
import type { WindowSize } from '../support/command.ts';
import { readRealStory } from '../support/fixture-story.ts';
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

/** The places at which a story is compared with its own page: where a step begins, or has been read. */
type Place = readonly [step: string, progress: 0 | 1];
const FIRST: readonly Place[] = [
  ['kims-plan', 0],
  ['yalu', 1],
  ['inchon', 0],
  ['kuntsevo', 1],
  ['yalu', 0],
];
const SECOND: readonly Place[] = [
  ['last-days', 1],
  ['sources', 0],
  ['armistice', 1],
  ['last-days', 0],
  ['armistice', 0],
];

// A part of a story counts its steps anew, which costs a playhead its last digits.
const rounded = (frame: Frame): string =>
  JSON.stringify(frame, (_, value) => (typeof value === 'number' ? value.toFixed(9) : value));

const story = readRealStory();

/** The frame of the story in a window of this size, computed. */
function frameAt(playhead: Playhead, { width, height }: WindowSize): Frame {
  const viewport = createViewport(width, height);
  return createStore(story, { playhead, viewport, reducedMotion: false }).frame();
}

/** The frames of the reading page at some places. */
async function framesRead(page: Page, places: readonly Place[], size: WindowSize) {
  await page.setViewportSize(size);
  await settled(page);
  const frames: Frame[] = [];
  for (const [step, progress] of places) frames.push(await seek(page, step, progress));
  return frames;
}

/** Scrolls the page to its story, and through it; expects the frames of the reading page at the same places. */
async function expectAsRead(page: Page, id: string, frames: readonly Frame[], size: WindowSize) {
  await scrollInto(page, id, 0);
  const inFrame = await storyFrame(page, id === 'first' ? 0 : 1);
  await settledIn(inFrame);
  await expect.poll(() => heightOf(page, id)).toBeGreaterThan(4000);
  for (const part of [0.8, 0.3]) {
    await scrollInto(page, id, part);
    const shown = await settledIn(inFrame);
    expect(rounded(shown)).toBe(rounded(frameAt(shown.playhead, size)));
  }
  for (const frame of frames) {
    const { step, progress } = frame.playhead;
    await inFrame.evaluate(
      ([step, progress]) => document.querySelector('map-story')?.seek(step, progress),
      [step, progress] as const,
    );
    expect(rounded(await settledIn(inFrame))).toBe(rounded(frame));
  }
}

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  const often = viewport.width < 720 ? '' : ' @long';
  test.describe(`a news page with a hostile style, ${viewport.width} wide${often}`, () => {
    test.use({ viewport });

    test('has two stories that are as on their own page, and nothing jumps', async ({
      page,
      context,
    }) => {
      const reading = await context.newPage();
      await openStory(reading);
      const first = await framesRead(reading, FIRST, viewport);
      // As wide as the column of the page.
      const column = { ...viewport, width: Math.min(viewport.width, 704) };
      const second = await framesRead(reading, SECOND, column);
      await reading.close();

      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      const shifts = await watchShifts(page);
      await page.goto(NEWS);
      // Past the advertisement, which then grows.
      await page.evaluate(() => window.scrollTo({ top: 500, behavior: 'instant' }));
      await expect(page.locator('#advert')).toHaveClass('late');
      await expectAsRead(page, 'first', first, viewport);
      await expectAsRead(page, 'second', second, column);
      expect(await shifts()).toEqual([]);
      expect(errors).toEqual([]);
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

  test('has parts that a page’s style reaches: its own, and those of steps that are written by hand', async ({
    page,
  }) => {
    /** The parts that have what the page's style gives them, in all the shadow roots of the page. */
    const dressed = () =>
      page.evaluate(() => {
        const found = new Set<string>();
        const look = (root: ParentNode): void => {
          for (const each of root.querySelectorAll('*')) {
            if (getComputedStyle(each).outlineWidth === '7px') found.add(each.part.value);
            if (each.shadowRoot) look(each.shadowRoot);
          }
        };
        look(document);
        return [...found].sort();
      });
    const dress = (selector: string) =>
      page.addStyleTag({ content: `${selector} { outline: 7px dashed }` });
    await page.goto('examples/package.html');
    await settled(page);
    const own = ['bar', 'button', 'card', 'date', 'legend', 'stage', 'text', 'timeline', 'track'];
    for (const part of own) {
      const tag = await dress(`map-story::part(${part})`);
      expect(await dressed()).toEqual([part]);
      await tag.evaluate((style: Element) => style.remove());
    }
    await page.evaluate(() => {
      const made = document.querySelector('map-story') as HTMLElement & { src: string };
      const written = document.createElement('map-story');
      written.src = made.src;
      const step = document.createElement('story-step');
      step.id = 'yalu';
      step.innerHTML = '<h2>By hand</h2>';
      written.append(step);
      made.replaceWith(written);
    });
    await settled(page);
    await dress('story-step#yalu::part(card)');
    expect(await dressed()).toEqual(['card']);
  });
});
