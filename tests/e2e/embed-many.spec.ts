import { expect, type Frame, type Page, test } from '@playwright/test';
import { countContexts } from '../support/count-contexts.ts';
import {
  type HostServer,
  serveHost,
  settledIn,
  storyAt,
  storyFrame,
} from '../support/host-page.ts';

const COUNT = 10;

test.use({ viewport: { width: 1000, height: 700 } });

/** Which of the stories show a live map, by their place on the page. */
async function livingOnes(page: Page): Promise<number[]> {
  const frames = page.frames().slice(1);
  const living = await Promise.all(
    frames.map((frame) =>
      frame
        .evaluate(
          () =>
            document
              .querySelector('map-story')
              ?.shadowRoot?.querySelector('story-stage')
              ?.hasAttribute('live') ?? false,
        )
        .catch(() => false),
    ),
  );
  return living.flatMap((isLive, i) => (isLive ? [i] : []));
}

/** Script memory, MB: of the page, and of all stories in its frames, which share theirs where they are of one site. */
async function memoryOf(page: Page): Promise<{ page: number; stories: number }> {
  const usedBy = async (target: Page | Frame): Promise<number> => {
    const cdp = await page.context().newCDPSession(target);
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    await cdp.detach();
    return usedSize / 1e6;
  };
  const own = await usedBy(page);
  // Frames of the page's own site have no memory apart from it.
  const framed = await usedBy(page.frames().at(-1) as Frame).catch(() => own);
  return { page: own, stories: framed };
}

/** Ways to embed a story, and where the browser lets its frames share out what is few: all of its own site, or on any. */
const WAYS = {
  'with the script, on a page of another site': {
    markup: (story: string) => `<legenda-embed story="${story}"></legenda-embed>`,
    name: 'localhost',
  },
  'in plain frames, on a page of the same site': {
    markup: (story: string) =>
      `<iframe src="${story}?embed" title="Story" height="420" style="display:block;width:100%;border:0"></iframe>`,
    name: '127.0.0.1',
  },
} as const;

/** Serves a page with some stories below each other. */
function serveStories(site: string, stories: readonly string[], name?: string) {
  const script = new URL('embed.js', site).href;
  const below = stories.map((story, i) => `<p>Story ${i}</p>${story}`).join('');
  return serveHost(
    `<!doctype html><html lang="en"><title>Stories</title>
<script type="module" src="${script}"></script><body>${below}</body></html>`,
    { name },
  );
}

/** Lets a reader be where the page is: what comes in sight is told of, and the story has begun. */
async function lookAround(page: Page): Promise<void> {
  await page.mouse.move(500, 300);
  await page.mouse.move(500, 310);
}

for (const [way, { markup, name }] of Object.entries(WAYS)) {
  test.describe(`${COUNT} stories, ${way} @long`, () => {
    let host: HostServer;

    test.beforeAll(async ({ baseURL }) => {
      const site = baseURL ?? '';
      const stories = Array.from({ length: COUNT }, () => markup(storyAt(site)));
      host = await serveStories(site, stories, name);
    });
    test.afterAll(() => host.close());

    test('two maps live at most, and those are in sight', async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('crash', () => errors.push('crash'));
      const contexts = await countContexts(page);
      await page.goto(host.url);
      // Looked at again and again: what ten documents tell of themselves comes in any order.
      let most = 0;
      const look = async (): Promise<void> => {
        most = Math.max(most, await contexts.now());
      };
      const scrollTo = (part: number): Promise<void> =>
        page.evaluate((part) => {
          const { scrollHeight, clientHeight } = document.documentElement;
          window.scrollTo(0, part * (scrollHeight - clientHeight));
        }, part);
      /** Goes there, through each story: the page grows as they come. */
      const scrollThrough = async (parts: readonly number[]): Promise<void> => {
        for (const part of parts) {
          await scrollTo(part);
          await lookAround(page);
          for (let i = 0; i < 7; i += 1) {
            await page.waitForTimeout(100);
            await look();
          }
        }
      };
      const expectAwake = async (part: number, story: () => number): Promise<void> => {
        const isAwake = async (): Promise<boolean> => {
          await scrollTo(part);
          await lookAround(page);
          await look();
          return (await livingOnes(page)).includes(story());
        };
        await expect.poll(isAwake, { timeout: 60_000 }).toBe(true);
      };
      const parts = Array.from({ length: 7 }, (_, i) => i / 6);
      await scrollThrough(parts);
      await expectAwake(1, () => COUNT - 1);
      await scrollThrough(parts.toReversed());
      await expectAwake(0, () => 0);
      // The one that lives is taken away: the next comes in its place.
      await page.evaluate(() => document.querySelector('legenda-embed, iframe')?.remove());
      await expect.poll(() => page.frames().length).toBe(COUNT);
      await expectAwake(0, () => 0);
      await scrollThrough([0.5, 1]);
      await expectAwake(1, () => COUNT - 2);
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThanOrEqual(2);
      expect(errors).toEqual([]);
      const memory = await memoryOf(page);
      console.log(
        `${way}: script memory of the page ${memory.page.toFixed(1)} MB, of the stories ${memory.stories.toFixed(1)} MB; most contexts ${most}`,
      );
    });
  });
}

test('of three stories in sight on another site two live, and the third once one of them is gone or loads anew', async ({
  page,
  baseURL,
}) => {
  const site = baseURL ?? '';
  const story = `<legenda-embed layout="steps" story="${storyAt(site)}" style="--legenda-embed-height:180px"></legenda-embed>`;
  const host = await serveStories(site, [story, story, story]);
  const contexts = await countContexts(page);
  await page.goto(host.url);
  // As high as here, whatever they would like.
  await page.addStyleTag({ content: 'legenda-embed { height: 180px; overflow: hidden }' });
  const frames = await Promise.all([0, 1, 2].map((i) => storyFrame(page, i)));
  await Promise.all(frames.map((frame) => settledIn(frame)));
  // The one that waits shows its still, and says that it does.
  await expect.poll(async () => (await livingOnes(page)).length).toBe(2);
  expect(await contexts.now()).toBe(2);

  const [living = -1] = await livingOnes(page);
  const waiting = [0, 1, 2].filter((i) => i !== living);
  await frames[living]?.evaluate(() => location.reload()).catch(() => {});
  await expect.poll(() => livingOnes(page)).toEqual(waiting);

  await page.evaluate(
    (i) => document.querySelectorAll('legenda-embed')[i]?.remove(),
    waiting[0] ?? 0,
  );
  await expect.poll(() => page.frames().length).toBe(3);
  for (const frame of page.frames().slice(1)) await settledIn(frame);
  await expect.poll(() => livingOnes(page), { timeout: 90_000 }).toEqual([0, 1]);
  expect(contexts.most()).toBe(2);
  await host.close();
});

test('a story that is left before its map has come gives its turn to one that is in sight', async ({
  page,
  baseURL,
}) => {
  const site = baseURL ?? '';
  const story = `<legenda-embed layout="steps" story="${storyAt(site)}"></legenda-embed>`;
  const host = await serveStories(site, [story, story, `<p style="height:3000px"></p>${story}`]);
  const contexts = await countContexts(page);
  let isHeld = true;
  let held = 0;
  await page.route(/\.pmtiles/, (route) => {
    if (!isHeld) return route.continue();
    held += 1;
  });
  await page.goto(host.url);
  await page.addStyleTag({ content: 'legenda-embed { height: 300px; overflow: hidden }' });
  for (const i of [0, 1]) {
    const frame = await storyFrame(page, i);
    // Never comes to an end.
    frame.evaluate(() => document.querySelector('map-story')?.settled()).catch(() => {});
  }
  await expect.poll(contexts.now).toBe(2);
  await expect.poll(() => held).toBeGreaterThan(1);
  isHeld = false;
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const last = await storyFrame(page, 2);
  await expect
    .poll(async () => {
      await settledIn(last);
      return livingOnes(page);
    })
    .toEqual([2]);
  expect(contexts.most()).toBe(2);
  await host.close();
});

test('elements of a page and frames in it share the two maps that live, also where the address names a place', async ({
  page,
}) => {
  const contexts = await countContexts(page);
  await page.goto('examples/package.html#there');
  await page.evaluate(() => {
    const story = document.querySelector('map-story') as Element;
    const frame = document.createElement('iframe');
    frame.src = '../stories/stalin-korea/?embed';
    // The first three are in sight.
    document.body.replaceChildren(frame, frame.cloneNode(), story, story.cloneNode());
  });
  for (let i = 0; i < 4; i += 1) {
    await page.evaluate((i) => window.scrollTo(0, i % 2 ? document.body.scrollHeight : 0), i);
    for (let look = 0; look < 5; look += 1) {
      for (const each of page.frames()) {
        await each.evaluate(() => window.dispatchEvent(new Event('pointermove')));
      }
      await page.waitForTimeout(200);
      expect(await contexts.now()).toBeLessThanOrEqual(2);
    }
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(contexts.now).toBe(2);
  expect(contexts.most()).toBe(2);
});
