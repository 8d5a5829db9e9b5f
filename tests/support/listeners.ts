import type { Page } from '@playwright/test';

/** Event types to how many listeners the window and the document have for them. */
export type ListenerCounts = Record<string, number>;

/** Every listener on the page's window, document, root element and body, counted by event. */
export async function countListeners(page: Page): Promise<ListenerCounts> {
  const session = await page.context().newCDPSession(page);
  const counts: ListenerCounts = {};
  for (const target of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await session.send('Runtime.evaluate', { expression: target });
    const objectId = result.objectId ?? '';
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId });
    for (const { type } of listeners) {
      const name = `${target} ${type}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  await session.detach();
  return counts;
}
