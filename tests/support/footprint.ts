import type { CDPSession, Page } from '@playwright/test';
import type { ContextCount } from './count-contexts.ts';
import { countListeners, type ListenerCounts } from './listeners.ts';

/** What a page holds, after the browser has thrown away all that nobody needs. */
export interface Footprint {
  /** Bytes of script's objects. */
  heap: number;
  /** Nodes of all documents, those too that are in none and are held by script. */
  nodes: number;
  /** Listeners on anything. */
  listeners: number;
  /** Listeners on window, document, root element and body, by event. */
  onPage: ListenerCounts;
  /** Graphics contexts that are not lost. */
  contexts: number;
}

async function throwAway(session: CDPSession): Promise<void> {
  // What a first round lets go may let go of more; and workers answer in between.
  for (let round = 0; round < 3; round += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('Runtime.evaluate', {
      expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      awaitPromise: true,
    });
  }
}

/** Measures what a page holds. */
export async function footprint(page: Page, contexts: ContextCount): Promise<Footprint> {
  const session = await page.context().newCDPSession(page);
  await throwAway(session);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return {
    heap: usedSize,
    nodes,
    listeners: jsEventListeners,
    onPage: await countListeners(page),
    contexts: await contexts.now(),
  };
}

/** A footprint in a line. */
export function footprintLine(
  name: string,
  { heap, nodes, listeners, contexts }: Footprint,
): string {
  const mega = (heap / 1e6).toFixed(2);
  return `${name.padEnd(36)} heap ${mega.padStart(7)} MB  nodes ${String(nodes).padStart(5)}  listeners ${String(listeners).padStart(4)}  contexts ${contexts}`;
}
