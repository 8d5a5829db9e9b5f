import { expect, type Page, test } from '@playwright/test';
import { frameHeight, hostPage, serveHost, storyAt } from '../support/host-page.ts';
import { goTo, lessonOf, openNotes, openPresented } from '../support/present-page.ts';
import { STORY } from '../support/story-page.ts';

test.describe('a class whose channel is flooded', () => {
  test.use({ viewport: { width: 900, height: 600 } });

  /** Says in the lesson's channel, as any page of the same host can, what no window would say. */
  async function flood(page: Page, lesson: unknown): Promise<void> {
    return page.evaluate(async (lesson) => {
      const story = new URL('./story.json', location.href).href;
      const channel = new BroadcastChannel(await nameOfChannel());
      const envelope = { legenda: 1, story };
      Object.assign(window, { heard: 0 });
      channel.addEventListener('message', ({ data }) => {
        if (data?.kind === 'lesson') (window as unknown as { heard: number }).heard += 1;
      });
      const lessonMessage = { ...envelope, from: 'zz', kind: 'lesson', by: 'zz', lesson };
      for (const clock of [1e9, 1e15, Number.MAX_SAFE_INTEGER]) {
        channel.postMessage({ ...lessonMessage, clock });
      }
      for (let i = 0; i < 20_000; i += 1) {
        channel.postMessage({ ...envelope, from: `made-up-${i}`, kind: 'hello' });
      }

      async function nameOfChannel(): Promise<string> {
        return (window as unknown as { channels: string[] }).channels[0] ?? '';
      }
    }, lesson);
  }

  test('goes on: its windows still stand at one step, and know each other', async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      ...(baseURL && { baseURL }),
      viewport: { width: 900, height: 600 },
      deviceScaleFactor: 0.25,
    });
    await context.addInitScript(() => {
      const channels: string[] = [];
      Object.assign(window, { channels });
      window.BroadcastChannel = class extends BroadcastChannel {
        constructor(name: string) {
          super(name);
          channels.push(name);
        }
      };
    });
    const screen = await context.newPage();
    await openPresented(screen, '?present');
    const notes = await openNotes(screen);
    const third = await context.newPage();
    await third.goto(new URL(`${STORY}?present`, baseURL).href);
    await expect
      .poll(() =>
        third.evaluate(() => (window as unknown as { channels: string[] }).channels.length),
      )
      .toBeGreaterThan(0);
    const lesson = await lessonOf(screen);
    await flood(third, lesson);
    const [first, second] = await screen.evaluate(() =>
      (document.querySelector('map-story')?.story?.steps ?? []).slice(3, 5).map(({ id }) => id),
    );
    for (const [page, step] of [
      [screen, first!],
      [notes, second!],
    ] as const) {
      await goTo(page, step);
      for (const each of [screen, notes]) {
        await expect.poll(async () => (await lessonOf(each)).at.step).toBe(step);
      }
    }
    const heard = await third.evaluate(() => (window as unknown as { heard: number }).heard);
    // It has heard its windows, and not an answer to each hello.
    expect(heard).toBeGreaterThan(0);
    expect(heard).toBeLessThan(4000);
    await context.close();
  });
});

test.describe('a frame that asks for more than any story needs', () => {
  test.use({ viewport: { width: 1000, height: 640 } });

  for (const [name, attribute, most] of [
    ['gets what the longest story would', '', 400_000],
    ['gets what the page allows', 'max-height="9000"', 9000],
  ] as const) {
    test(name, async ({ page, baseURL }) => {
      const site = baseURL ?? '';
      // A story's page of the right origin that has been taken over: it says what it likes.
      await page.route('**/stories/stalin-korea/?**', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><script>
            const say = (message) => parent.postMessage({ legenda: 1, session: 'a'.repeat(32), ...message }, '*');
            say({ type: 'hello', n: 1 });
            let n = 2;
            for (const height of [1e7, Infinity, NaN, -1, '9e9', 1e308, null, { valueOf: () => 1 }]) {
              try { say({ type: 'height', height, n: n++ }); } catch {}
            }
            for (let i = 0; i < 5000; i++) say({ type: 'height', height: 1e7 - (i % 2), n: n++ });
          </script>`,
        }),
      );
      const embed = `<legenda-embed ${attribute} story="${storyAt(site)}"></legenda-embed>`;
      const host = await serveHost(hostPage({ site, embed }));
      await page.goto(host.url);
      await page.evaluate(() => document.querySelector('#after')?.scrollIntoView());
      await page.evaluate(() => window.scrollTo(0, 600));
      await expect.poll(() => frameHeight(page)).toBe(most);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(
        most + 4000,
      );
      await host.close();
    });
  }
});
