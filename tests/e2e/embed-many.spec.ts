import { expect, type Page, test } from '@playwright/test';
import { countContexts } from '../support/count-contexts.ts';
import { type HostServer, serveHost, storyAt } from '../support/host-page.ts';

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

const memoryOf = async (page: Page): Promise<number> => {
  const cdp = await page.context().newCDPSession(page);
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1e6;
};

const WAYS = {
  'with the script': (story: string) => `<legenda-embed story="${story}"></legenda-embed>`,
  'in plain frames': (story: string) =>
    `<iframe src="${story}?embed" title="Story" height="420" style="display:block;width:100%;border:0"></iframe>`,
} as const;

for (const [way, markup] of Object.entries(WAYS)) {
  test.describe(`${COUNT} stories on a page, ${way} @long`, () => {
    let host: HostServer;

    test.beforeAll(async ({ baseURL }) => {
      const site = baseURL ?? '';
      const stories = Array.from(
        { length: COUNT },
        (_, i) => `<p>Story ${i}</p>${markup(storyAt(site))}`,
      );
      host = await serveHost(`<!doctype html><html lang="en"><title>Ten stories</title>
<script type="module" src="${new URL('embed.js', site)}"></script><body>${stories.join('')}</body></html>`);
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
      for (let i = 0; i <= 6; i += 1) {
        // To the end, through each story: the page grows as they come.
        await page.evaluate((part) => {
          const { scrollHeight, clientHeight } = document.documentElement;
          window.scrollTo(0, part * (scrollHeight - clientHeight));
        }, i / 6);
        await page.mouse.move(500, 300 + (i % 2));
        for (let look = 0; look < 7; look += 1) {
          await page.waitForTimeout(100);
          most = Math.max(most, await contexts.now());
        }
      }
      // At the end of the page the last one wakes.
      await expect
        .poll(
          async () => {
            await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
            await page.mouse.move(500, 500);
            await page.mouse.move(500, 510);
            return (await livingOnes(page)).at(-1);
          },
          { timeout: 60_000 },
        )
        .toBe(COUNT - 1);
      most = Math.max(most, await contexts.now());
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThanOrEqual(2);
      expect(errors).toEqual([]);
      console.log(
        `${way}: script memory of the page ${(await memoryOf(page)).toFixed(1)} MB, most contexts ${most}`,
      );
    });
  });
}

test('elements of a page and frames in it share the two maps that live, also where the address names a place', async ({
  page,
}) => {
  const contexts = await countContexts(page);
  await page.goto('examples/package.html#there');
  await page.evaluate(() => {
    const story = document.querySelector('map-story') as Element;
    const frame = document.createElement('iframe');
    frame.src = '../stories/stalin-korea/?embed';
    // All of them are in sight, or near: they would all live.
    document.body.replaceChildren(story, frame, story.cloneNode(), frame.cloneNode());
  });
  for (let i = 0; i < 4; i += 1) {
    for (const each of page.frames()) {
      await each.evaluate(() => window.dispatchEvent(new Event('pointermove')));
    }
    await page.evaluate((i) => window.scrollTo(0, i % 2 ? document.body.scrollHeight : 0), i);
    await page.waitForTimeout(700);
  }
  expect(contexts.most()).toBe(2);
  expect(await contexts.now()).toBeLessThanOrEqual(2);
});
