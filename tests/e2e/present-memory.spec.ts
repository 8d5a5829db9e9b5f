import { expect, type Page, test } from '@playwright/test';
import { countListeners } from '../support/listeners.ts';
import { CLASSROOM, lessonOf, openPresented } from '../support/present-page.ts';
import { settled } from '../support/story-page.ts';

test.use({ viewport: CLASSROOM });

/** What may be left over after 300 moves: tiles, and what the browser keeps of compiled code. */
const MAY_GROW = 4_000_000;

/** Counts the canvases that were ever asked for WebGL; before the page is opened. */
async function countContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    const asked = new Set<HTMLCanvasElement>();
    Object.assign(window, { asked });
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args) {
      if (String(args[0]).startsWith('webgl') && this.isConnected) asked.add(this);
      return getContext.apply(this, args);
    } as typeof getContext;
  });
}

/** Bytes of JavaScript objects that something still needs. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Goes on and back, six steps each way; waits for the map at each end. */
async function goToAndFro(page: Page, moves: number): Promise<void> {
  for (let i = 0; i < moves; i += 1) {
    await page.keyboard.press(i % 12 < 6 ? 'n' : 'k');
    if (i % 6 === 5) await settled(page);
  }
}

test('300 moves leave the heap, the listeners and the one map as they were @long', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await countContexts(page);
  await openPresented(page, '?present#parallel');
  // All tiles of the way are there, and all code has been compiled, before it is measured.
  await goToAndFro(page, 36);
  const before = { heap: await heapOf(page), listeners: await countListeners(page) };
  const { at } = await lessonOf(page);
  await goToAndFro(page, 300);
  const after = { heap: await heapOf(page), listeners: await countListeners(page) };
  console.log(`heap: ${before.heap} bytes, ${after.heap} after 300 moves`);
  console.log(`listeners: ${JSON.stringify(after.listeners)}`);
  expect((await lessonOf(page)).at).toEqual(at);
  expect(after.listeners).toEqual(before.listeners);
  expect(after.heap - before.heap).toBeLessThan(MAY_GROW);
  const contexts = await page.evaluate(
    () => (window as unknown as { asked: Set<unknown> }).asked.size,
  );
  expect(contexts).toBe(1);
});

test('presenting and reading in turn leave neither listeners nor a second map', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await countContexts(page);
  await openPresented(page, '?present#parallel');
  const present = await countListeners(page);
  await page.keyboard.press('p');
  await settled(page);
  const read = await countListeners(page);
  for (let i = 0; i < 10; i += 1) {
    await page.keyboard.press('p');
    await page.locator('presenter-panels').waitFor({ state: 'attached' });
    if (i === 9) expect(await countListeners(page)).toEqual(present);
    await page.keyboard.press('p');
    await page.locator('presenter-panels').waitFor({ state: 'detached' });
  }
  await settled(page);
  expect(await countListeners(page)).toEqual(read);
  expect(await page.locator('story-pen').count()).toBe(0);
  const contexts = await page.evaluate(
    () => (window as unknown as { asked: Set<unknown> }).asked.size,
  );
  expect(contexts).toBe(1);
});
