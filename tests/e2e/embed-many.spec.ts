import { expect, type Page, test } from '@playwright/test';
import { type HostServer, serveHost, storyAt } from '../support/host-page.ts';

const COUNT = 10;

test.use({ viewport: { width: 1000, height: 700 } });

/** Counts in every document the graphics contexts that are not lost. */
async function countContexts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const all: WebGL2RenderingContext[] = [];
    const { getContext } = HTMLCanvasElement.prototype;
    Object.assign(window, { contexts: () => all.filter((one) => !one.isContextLost()).length });
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...how: unknown[]) {
      const made = Reflect.apply(getContext, this, how);
      if (made instanceof WebGL2RenderingContext && !all.includes(made)) all.push(made);
      return made;
    } as typeof getContext;
  });
  return async () => {
    const counts = await Promise.all(
      page
        .frames()
        .map((frame) =>
          frame
            .evaluate(() => (window as unknown as { contexts?: () => number }).contexts?.() ?? 0)
            .catch(() => 0),
        ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
}

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
      const most: number[] = [];
      for (let i = 0; i <= 6; i += 1) {
        // To the end, through each story: the page grows as they come.
        await page.evaluate((part) => {
          const { scrollHeight, clientHeight } = document.documentElement;
          window.scrollTo(0, part * (scrollHeight - clientHeight));
        }, i / 6);
        await page.mouse.move(500, 300 + (i % 2));
        await page.waitForTimeout(700);
        most.push(await contexts());
      }
      expect(Math.max(...most)).toBeGreaterThan(0);
      expect(Math.max(...most)).toBeLessThanOrEqual(2);
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
      expect(await contexts()).toBeLessThanOrEqual(2);
      expect(errors).toEqual([]);
      console.log(
        `${way}: script memory of the page ${(await memoryOf(page)).toFixed(1)} MB, most contexts ${Math.max(...most)}`,
      );
    });
  });
}
