import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { serve } from '../../scripts/serve.ts';
import {
  frameHeight,
  hostPage,
  STRICT_POLICY,
  scrollTo,
  serveHost,
  settledIn,
  storyAt,
  storyFrame,
} from '../support/host-page.ts';

test.use({ viewport: { width: 1000, height: 640 } });

const COUNT = 10_000;

/** Values that can be written as JSON; a number that only grows in each, and a session to be filled in. */
function hostileMessages(): unknown[] {
  const good = [
    { type: 'hello' },
    { type: 'height', height: 10 },
    { type: 'scroll', top: 0 },
    { type: 'step', step: 'yalu' },
    { type: 'end' },
    { type: 'dwell', step: 'yalu', seconds: 9 },
    { type: 'welcome', theme: { ink: 'red' } },
    { type: 'view', top: 9000, height: 10, ack: 0 },
    { type: 'full', on: true },
    { type: 'live', on: true },
    { type: 'live', on: false, ack: 1 },
  ];
  const names = ['legenda', 'session', 'type', 'n', 'height', 'top', 'theme', 'on', 'ack', 'step'];
  const whole = fc.constantFrom(...good);
  const mutated = fc
    .tuple(whole, fc.constantFrom(...names), fc.jsonValue())
    .map(([message, name, value]) => ({ ...message, [name]: value }));
  const some = fc.sample(fc.oneof(whole, mutated, mutated, fc.jsonValue()), COUNT);
  return some.map((message, i) =>
    typeof message === 'object' && message !== null && 'type' in message
      ? { legenda: 1, session: 'SESSION', n: 1000 + i, ...message }
      : message,
  );
}

/** What must not change: the frame, the page, and the story in the frame. */
const stateOf = async (page: Page) => ({
  height: await frameHeight(page),
  scrolled: await page.evaluate(() => scrollY),
  told: await page.evaluate(() => (window as unknown as { told: number }).told),
  shown: await settledIn(await storyFrame(page)),
});

test('10,000 random and mutated messages, from third windows and with the right session, change nothing', async ({
  page,
  baseURL,
}) => {
  const site = baseURL ?? '';
  const third = await serveHost('<!doctype html><title>Another</title>');
  const embed = `<legenda-embed stills story="${storyAt(site)}"></legenda-embed><iframe id="third" src="${third.url}"></iframe>`;
  const host = await serveHost(hostPage({ site, embed }));
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.assign(window, { told: 0, session: '' });
    addEventListener(
      'message',
      ({ data }) => {
        if (data?.type === 'hello' && !('ack' in data))
          Object.assign(window, { session: data.session });
      },
      { once: true },
    );
    for (const type of ['story-step', 'story-dwell', 'story-end'])
      document.addEventListener(type, () => {
        (window as unknown as { told: number }).told += 1;
      });
  });
  await page.goto(host.url);
  await scrollTo(page, 1400);
  const frame = await storyFrame(page);
  await expect.poll(() => frameHeight(page)).toBeGreaterThan(5000);
  await scrollTo(page, 2000);
  await settledIn(frame);
  await expect.poll(async () => (await stateOf(page)).told).toBeGreaterThan(0);
  const session = await page.evaluate(() => (window as unknown as { session: string }).session);
  expect(session).toMatch(/^\w{32}$/);
  const before = await stateOf(page);
  const messages = JSON.parse(
    JSON.stringify(hostileMessages()).replaceAll('"SESSION"', `"${session}"`),
  );
  const stranger = page.frames().find((each) => each.url() === third.url);
  // From a third window: to the page, and to the story.
  await stranger?.evaluate((messages) => {
    for (const message of messages) {
      parent.postMessage(message, '*');
      parent.frames[0]?.postMessage(message, '*');
    }
  }, messages);
  // From the page to itself; and, in another session, from the story's own window to the page.
  await page.evaluate((messages) => {
    for (const message of messages) window.postMessage(message, '*');
  }, messages);
  const others = JSON.parse(JSON.stringify(messages).replaceAll(session, 'a'.repeat(32))).filter(
    (message: { type?: unknown } | null) => message?.type !== 'hello',
  );
  await frame.evaluate((messages) => {
    for (const message of messages) window.parent.postMessage(message, '*');
  }, others);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
  expect(await stateOf(page)).toEqual(before);
  // And the two still hear each other.
  await scrollTo(page, 4000);
  const { playhead } = before.shown;
  await expect.poll(async () => (await settledIn(frame)).playhead).not.toEqual(playhead);
  expect(errors).toEqual([]);
  await Promise.all([host.close(), third.close()]);
});

/** Notes in each document, from before its first script, what is kept beyond it. */
function notesKeeping(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(window, { kept });
    const note = (holder: object | undefined, name: string): void => {
      if (!holder) return;
      const method = Reflect.get(holder, name);
      Object.assign(holder, {
        [name](this: unknown, ...values: unknown[]) {
          kept.push(name);
          return Reflect.apply(method, this, values);
        },
      });
    };
    note(Storage.prototype, 'setItem');
    note(IDBFactory.prototype, 'open');
    note(globalThis.CacheStorage?.prototype, 'open');
    const set = (cookie: string): unknown => kept.push(cookie);
    Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set });
  });
}

test('the story runs under a strict policy in a page that allows one host more, and keeps nothing', async ({
  page,
  context,
}) => {
  const stories = await serve({ port: 0, base: '/stories-of/', policy: STRICT_POLICY });
  const { origin } = new URL(stories.url);
  const policy = `default-src 'none'; style-src 'nonce-page'; img-src data: ${origin}; script-src ${origin}; frame-src ${origin}`;
  const host = await serveHost(hostPage({ site: stories.url }), { policy });
  const broken: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) broken.push(message.text());
  });
  page.on('pageerror', ({ message }) => broken.push(message));
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await notesKeeping(page);
  await page.goto(host.url);
  await scrollTo(page, 1600);
  const frame = await storyFrame(page);
  await settledIn(frame);
  const isLive = await frame.evaluate(() => {
    const { shadowRoot } = document.querySelector('map-story') ?? {};
    return shadowRoot?.querySelector('story-stage')?.hasAttribute('live');
  });
  expect(isLive).toBe(true);
  const kept = (): string[] => (window as unknown as { kept: string[] }).kept;
  expect(await frame.evaluate(kept)).toEqual([]);
  expect(await page.evaluate(kept)).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(broken).toEqual([]);
  hosts.delete('null');
  expect([...hosts].sort()).toEqual([origin, new URL(host.url).origin].sort());
  await Promise.all([host.close(), stories.close()]);
});
