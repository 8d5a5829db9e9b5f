import { expect, type Page, test } from '@playwright/test';
import { serve } from '../../scripts/serve.ts';
import { STRICT_POLICY } from '../support/host-page.ts';
import { STORY } from '../support/story-page.ts';

/** What a page with frames adds: the host of the stories, which here is its own. */
const FRAMES = "frame-src 'self'";

/** Notes what is held back by a policy. */
async function notesHeld(page: Page): Promise<() => Promise<string[]>> {
  const held: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) held.push(message.text());
  });
  await page.exposeFunction('tellHeld', (what: string) => held.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellHeld } = window as unknown as { tellHeld: (what: string) => void };
      tellHeld(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return async () => {
    await page.waitForTimeout(300);
    return held;
  };
}

/** Waits until each story on a page, and in its frames, shows where its reader is. */
async function allSettled(page: Page, count: number): Promise<void> {
  const withStory = () =>
    Promise.all(
      page
        .frames()
        .map((frame) =>
          frame
            .evaluate(
              () =>
                customElements.get('map-story') && document.querySelectorAll('map-story').length,
            )
            .catch(() => 0),
        ),
    );
  await expect.poll(async () => (await withStory()).filter(Boolean).length).toBe(count);
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      if (customElements.get('map-story')) await document.querySelector('map-story')?.settled();
    });
  }
}

for (const [name, address, stories, policy] of [
  ['the gallery', './', 0, STRICT_POLICY],
  ['a story’s page', STORY, 1, STRICT_POLICY],
  ['a story that is presented', `${STORY}?present`, 1, STRICT_POLICY],
  ['the teacher’s window', `${STORY}?notes`, 1, STRICT_POLICY],
  ['a page with the script', 'examples/host.html', 1, `${STRICT_POLICY}; ${FRAMES}`],
  ['a page with a plain frame', 'examples/iframe.html', 1, `${STRICT_POLICY}; ${FRAMES}`],
  ['a page with the element', 'examples/package.html', 1, STRICT_POLICY],
] as const) {
  test(`${name} runs under a strict policy`, async ({ page }) => {
    // Each answer has it, that with the worker's script too.
    const site = await serve({ port: 0, base: '/some/sub-path/', policy });
    const held = await notesHeld(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(new URL(address, site.url).href);
    await page.evaluate(() => document.querySelector('legenda-embed, iframe')?.scrollIntoView());
    await allSettled(page, stories);
    if (stories > 0) {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 200);
      await allSettled(page, stories);
    }
    expect(await held()).toEqual([]);
    expect(errors).toEqual([]);
    await site.close();
  });
}
