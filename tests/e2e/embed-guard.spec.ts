import { expect, type Page, test } from '@playwright/test';
import {
  type HostServer,
  hostPage,
  STRICT_POLICY,
  serveHost,
  settledIn,
  storyAt,
  storyFrame,
} from '../support/host-page.ts';

test.use({ viewport: { width: 1000, height: 640 } });

let host: HostServer;
/** Its story has pictures only, for what no map has a part in. */
let hostOfStills: HostServer;

test.beforeAll(async ({ baseURL }) => {
  const site = baseURL ?? '';
  host = await serveHost(hostPage({ site }));
  const embed = `<legenda-embed stills story="${storyAt(site)}"></legenda-embed>`;
  hostOfStills = await serveHost(hostPage({ site, embed }));
});

test.afterAll(() => Promise.all([host.close(), hostOfStills.close()]));

const frameHeight = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.querySelector('legenda-embed')?.shadowRoot?.querySelector('iframe')?.offsetHeight ??
      0,
  );

/** Notes each shift of what is seen, from before the page's first script. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[])
        seen.sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: { sum: number } }).seen.sum);
}

test('nothing that is seen moves while the story loads and takes its height', async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.goto(host.url);
  for (let y = 0; y <= 2400; y += 200) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await page.waitForTimeout(150);
  }
  await settledIn(await storyFrame(page));
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  expect(await shifts()).toBe(0);
});

test('nothing that is seen moves where the reader had gone past the story before it came', async ({
  page,
}) => {
  const shifts = await watchShifts(page);
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/stalin-korea\/\?embed/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(host.url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => customElements.get('legenda-embed') !== undefined);
  await page.evaluate(() => window.scrollTo(0, 1700));
  await page.waitForTimeout(300);
  release();
  await storyFrame(page);
  await page.waitForTimeout(3000);
  expect(await shifts()).toBe(0);
  const height = await frameHeight(page);
  expect(height).toBe(640);
  await page.evaluate(() => window.scrollTo(0, 1300));
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  expect(await shifts()).toBe(0);
});

test('the frame is as high as the story, also when a reader opens its sources', async ({
  page,
}) => {
  await page.goto(hostOfStills.url);
  await page.evaluate(() => window.scrollTo(0, 1400));
  const frame = await storyFrame(page);
  await settledIn(frame);
  const inside = () =>
    frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  const before = await frameHeight(page);
  expect(before).toBe(await inside());
  await frame
    .locator('story-step details.sources summary')
    .first()
    .evaluate((summary: HTMLElement) => summary.click());
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(before);
  expect(await frameHeight(page)).toBe(await inside());
});

test('what other windows say, and what the frame says in another form, changes nothing', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(host.url);
  // Its top at the window's: there it takes its height without moving what is seen.
  await page.evaluate(() => window.scrollTo(0, 1400));
  const frame = await storyFrame(page);
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  await page.evaluate(() => window.scrollTo(0, 2000));
  const before = await settledIn(frame);
  const height = await frameHeight(page);
  const session = 'a'.repeat(32);
  const hostile = [
    { legenda: 1, session, n: 1, type: 'height', height: 10 },
    { legenda: 1, session, n: 2, type: 'scroll', top: 0 },
    { legenda: 1, session, n: 3, type: 'welcome', theme: {} },
    { legenda: 1, session, n: 4, type: 'view', top: 9000, height: 10, ack: 0 },
    { legenda: 9 },
    'pymxPYMxheightxPYMx10',
    null,
  ];
  await page.evaluate((messages) => {
    const inner = document.querySelector('legenda-embed')?.shadowRoot?.querySelector('iframe');
    for (const message of messages) {
      window.postMessage(message, '*');
      inner?.contentWindow?.postMessage(message, '*');
    }
  }, hostile);
  await frame.evaluate((messages) => {
    for (const message of messages) window.parent.postMessage(message, '*');
  }, hostile);
  await page.waitForTimeout(300);
  expect(await frameHeight(page)).toBe(height);
  expect(await page.evaluate(() => window.scrollY)).toBe(2000);
  expect(await settledIn(frame)).toEqual(before);
  expect(errors).toEqual([]);
});

test('the page around the story is told how it is read', async ({ page }) => {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    for (const type of ['story-step', 'story-dwell', 'story-end']) {
      document.addEventListener(type, (event) => told.push([type, (event as CustomEvent).detail]));
    }
  });
  await page.goto(hostOfStills.url);
  const told = () => page.evaluate(() => (window as unknown as { told: [string, unknown][] }).told);
  await page.evaluate(() => window.scrollTo(0, 1000));
  const frame = await storyFrame(page);
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  expect(await told()).toEqual([]);
  await page.evaluate(() => window.scrollTo(0, 1500));
  await settledIn(frame);
  await frame.evaluate(() => document.querySelector('map-story')?.seek('sources', 1));
  await settledIn(frame);
  await expect.poll(told).toContainEqual(['story-end', null]);
  const [first, second, third] = await told();
  expect(first).toEqual(['story-step', 'kuntsevo']);
  expect(second).toEqual(['story-dwell', { step: 'kuntsevo', seconds: expect.any(Number) }]);
  expect(third).toEqual(['story-step', 'sources']);
});

test('the story runs under a strict policy, from its own host alone', async ({ page, baseURL }) => {
  const broken: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (/Content Security Policy|sandbox/i.test(message.text())) broken.push(message.text());
  });
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await page.route(`${storyAt(baseURL ?? '')}?embed*`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': STRICT_POLICY };
    await route.fulfill({ response, headers });
  });
  await page.goto(host.url);
  await page.evaluate(() => window.scrollTo(0, 1600));
  const frame = await storyFrame(page);
  await settledIn(frame);
  const isLive = await frame.evaluate(() =>
    document
      .querySelector('map-story')
      ?.shadowRoot?.querySelector('story-stage')
      ?.hasAttribute('live'),
  );
  expect(isLive).toBe(true);
  expect(broken).toEqual([]);
  hosts.delete('null');
  expect([...hosts].sort()).toEqual([host.url.slice(0, -1), new URL(baseURL ?? '').origin].sort());
});
