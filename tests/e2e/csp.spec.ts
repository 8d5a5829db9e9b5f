import { expect, type Page, test } from '@playwright/test';
import { PAGE_POLICY, PICTURE_POLICY } from '../../src/cli/content-policy.ts';
import { startSite } from '../support/start-site.ts';
import { STORY } from '../support/story-page.ts';

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

let site: Awaited<ReturnType<typeof startSite>>;

test.beforeAll(async () => {
  site = await startSite();
});
test.afterAll(() => site.close());

for (const [name, address, stories] of [
  ['the gallery', './', 0],
  ['a story’s page', STORY, 1],
  ['a story in a frame', `${STORY}?embed`, 1],
  ['a story that is presented', `${STORY}?present`, 1],
  ['the teacher’s window', `${STORY}?notes`, 1],
  ['a page with the script', 'examples/host.html', 1],
  ['a page with a plain frame', 'examples/iframe.html', 1],
  ['a news page (@long)', 'examples/news-page.html', 2],
  ['a page with the element', 'examples/package.html', 1],
] as const) {
  test(`${name} of \`npm start\` runs under the policy that hosts are recommended`, async ({
    page,
  }) => {
    const held = await notesHeld(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const answer = await page.goto(new URL(address, site.url).href);
    expect(answer?.headers()).toMatchObject({
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
    });
    await page.evaluate(() => document.querySelector('legenda-embed, iframe')?.scrollIntoView());
    await allSettled(page, stories);
    if (stories > 0) {
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 200);
      await allSettled(page, stories);
    }
    expect(await held()).toEqual([]);
    expect(errors).toEqual([]);
  });
}

test('a picture that is opened by itself has its colours, and runs no script', async ({ page }) => {
  const held = await notesHeld(page);
  const answer = await page.goto(new URL(`${STORY}cover.svg`, site.url).href);
  expect(answer?.headers()['content-security-policy']).toBe(PICTURE_POLICY);
  const land = () => page.evaluate(() => getComputedStyle(document.querySelector('path')!).fill);
  expect(await land()).toMatch(/^rgb|^none/);
  expect(await held()).toEqual([]);
  await page.evaluate(() => {
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script');
    script.textContent = 'document.documentElement.dataset.ran = ""';
    document.documentElement.append(script);
  });
  await expect.poll(held).not.toEqual([]);
  expect(await page.evaluate(() => 'ran' in document.documentElement.dataset)).toBe(false);
});
