import { expect, type Page, test } from '@playwright/test';
import { readRealStory } from '../support/fixture-story.ts';
import {
  frameHeight,
  hostPage,
  notesEvents,
  scrollTo,
  serveHost,
  settledIn,
  storyAt,
  storyFrame,
} from '../support/host-page.ts';

test.use({ viewport: { width: 1000, height: 640 } });

interface Article {
  /** More attributes of the element; pictures only, where no map has a part. */
  attributes?: string;
  /** The address of the story. */
  story?: string;
  /** Style of the page. */
  style?: string;
}

/** Opens an article with a story in it; its server ends with the page. */
async function open(page: Page, base: string | undefined, article: Article = {}): Promise<void> {
  const site = base ?? '';
  const { attributes = '', story = storyAt(site), style = '' } = article;
  const embed = `<style>${style}</style><legenda-embed stills story="${story}" ${attributes}></legenda-embed>`;
  const host = await serveHost(hostPage({ site, embed }));
  page.on('close', () => host.close());
  await page.goto(host.url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => customElements.get('legenda-embed') !== undefined);
}

/** Where the frame is in the window. */
const boxOf = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('legenda-embed')?.shadowRoot?.querySelector('iframe');
    const { top = 0, bottom = 0 } = frame?.getBoundingClientRect() ?? {};
    return { top, bottom };
  });

/** Opens an article at its story, which has taken its height. */
async function openAtStory(page: Page, site: string | undefined, article: Article = {}) {
  await open(page, site, article);
  await scrollTo(page, 1400);
  const frame = await storyFrame(page);
  await settledIn(frame);
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  return frame;
}

test('an address that is no page’s is answered in words, and runs nothing', async ({
  page,
  baseURL,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await open(page, baseURL, { story: 'javascript:parent.document.title=`taken`' });
  const embed = page.locator('legenda-embed');
  const message = embed.getByText('the attribute story must be the address');
  for (const story of [null, '', 'data:text/html,x', 'http://', 'blob:http://a/b']) {
    await expect(message).toBeVisible();
    expect(page.frames()).toHaveLength(1);
    await embed.evaluate((element, story) => {
      if (story === null) element.removeAttribute('story');
      else element.setAttribute('story', story);
    }, story);
  }
  await embed.evaluate(
    (element, story) => element.setAttribute('story', story),
    storyAt(baseURL ?? ''),
  );
  await expect(message).toBeHidden();
  await scrollTo(page, 1400);
  await settledIn(await storyFrame(page));
  expect(await page.title()).toBe('Article');
  expect(errors).toEqual([]);
});

test('options that change make the story anew, once for all of them', async ({ page, baseURL }) => {
  await openAtStory(page, baseURL);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) asked.push(new URL(request.url()).search);
  });
  await page.evaluate(() => {
    const embed = document.querySelector('legenda-embed');
    embed?.setAttribute('from', 'yalu');
    embed?.setAttribute('to', 'seoul');
    embed?.setAttribute('theme', 'dark');
  });
  const frame = await storyFrame(page, 0, 'theme=dark');
  await settledIn(frame);
  expect(asked).toEqual(['?embed=script&from=yalu&to=seoul&theme=dark&stills=']);
  expect(await frame.locator('story-step').first().getAttribute('id')).toBe('yalu');
});

test('a part of a story says its own length, and counts its own steps', async ({
  page,
  baseURL,
}) => {
  const { steps } = readRealStory();
  const idOf = (i: number): string => steps[i]?.id ?? '';
  const part = steps.slice(3, 9);
  const frame = await openAtStory(page, baseURL, {
    attributes: `from="${idOf(3)}" to="${idOf(8)}"`,
  });
  await expect(frame.locator('story-step .kicker')).toHaveText(part.map((_, i) => `${i + 1} of 6`));
  const words = part.flatMap(({ html }) => html.replace(/<[^>]*>/g, ' ').match(/\S+/g) ?? []);
  const minutes = Math.round(words.length / 200);
  await expect(frame.locator('header .kicker')).toHaveText(`A map story · ${minutes} minutes`);
});

test('who reads below or above the story is not taken to it', async ({ page, baseURL }) => {
  const frame = await openAtStory(page, baseURL);
  const height = await frameHeight(page);
  await scrollTo(page, 1400 + height + 300);
  await page.setViewportSize({ width: 640, height: 900 });
  await expect.poll(() => frameHeight(page)).not.toBe(height);
  await frame.evaluate(() => document.querySelector('map-story')?.seek('yalu'));
  await settledIn(frame);
  expect((await boxOf(page)).bottom).toBeLessThan(0);
  await scrollTo(page, 100);
  await page.setViewportSize({ width: 1000, height: 640 });
  await frame.evaluate(() => document.querySelector('map-story')?.seek('sources'));
  await settledIn(frame);
  expect(await page.evaluate(() => scrollY)).toBe(100);
  // Who sees it is.
  await scrollTo(page, 1500);
  await settledIn(frame);
  await frame.evaluate(() => document.querySelector('map-story')?.seek('sources'));
  expect((await settledIn(frame)).step).toBe('sources');
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(3000);
});

for (const [page, style] of [
  ['holds its place by itself', ''],
  ['does not', 'html { overflow-anchor: none; scroll-behavior: smooth }'],
] as const) {
  test(`the text below stays where it is when the story comes above it, in a page that ${page}`, async ({
    page,
    baseURL,
  }) => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/stalin-korea\/\?embed/, async (route) => {
      await held;
      await route.continue();
    });
    await open(page, baseURL, { style });
    await scrollTo(page, 2200);
    const below = () =>
      page.evaluate(() => document.querySelector('#after')?.getBoundingClientRect().top);
    const before = await below();
    release();
    await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    expect(Math.abs(((await below()) ?? 0) - (before ?? 0))).toBeLessThanOrEqual(1);
  });
}

test('a frame that always ends inside the window takes its height all the same', async ({
  page,
  baseURL,
}) => {
  const style = '.room { display: none } legenda-embed { --legenda-embed-height: 300px }';
  await open(page, baseURL, { style });
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
});

test('nothing is asked of the story’s host before it is near; then its first picture has its room', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/stalin-korea\/\?embed/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, baseURL, { style: '#before { height: 9000px }' });
  await page.waitForLoadState('load');
  expect(asked.filter((url) => url.includes('/stories/'))).toEqual([]);
  await scrollTo(page, 9000);
  const cover = page.locator('legenda-embed img');
  await expect(cover).toBeVisible();
  await expect
    .poll(() => cover.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  expect((await cover.boundingBox())?.height).toBe(640);
  expect(await frameHeight(page)).toBe(640);
  release();
  await settledIn(await storyFrame(page));
  await expect(cover).toHaveCount(0);
});

test('the button fills the screen, and the page is told of each step once', async ({
  page,
  baseURL,
}) => {
  const told = await notesEvents(page);
  const frame = await openAtStory(page, baseURL, { attributes: 'to="yalu"' });
  const steps = async () => (await told()).filter(([type]) => type === 'story-step');
  const isFull = () => page.evaluate(() => document.fullscreenElement?.localName);
  await frame.evaluate(() => document.querySelector('map-story')?.seek('yalu', 1));
  await settledIn(frame);
  await expect.poll(told).toContainEqual(['story-end', null]);
  const before = await steps();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect.poll(isFull).toBe('legenda-embed');
  const mode = () => frame.evaluate(() => document.querySelector('map-story')?.mode);
  await expect.poll(mode).toBe('read');
  expect((await settledIn(frame)).step).toBe('yalu');
  await page.evaluate(() => document.exitFullscreen());
  await expect.poll(mode).toBe('embed');
  expect((await settledIn(frame)).step).toBe('yalu');
  await scrollTo(page, 0);
  await expect.poll(async () => (await told()).at(-1)?.[0]).toBe('story-dwell');
  expect(await steps()).toEqual(before);
  expect((await told()).filter(([type]) => type === 'story-end')).toHaveLength(1);
  expect(
    (await told()).filter(([, of]) => (of as { step?: string })?.step === 'yalu'),
  ).toHaveLength(1);
});
