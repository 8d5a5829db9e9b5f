import type { CDPSession, Page } from '@playwright/test';
import type { MapStage } from '../../src/map/map-stage.ts';
import type { ContextCount } from './count-contexts.ts';
import { heapSize } from './heap-size.ts';
import { countListeners, type ListenerCounts } from './listeners.ts';

/** What a page holds, after the browser has thrown away all that nobody needs. */
export interface Footprint {
  /** Bytes of what script holds, without compiled code ({@link heapSize}). */
  heap: number;
  /** Nodes of all documents, those too that are in none and are held by script. */
  nodes: number;
  /** Listeners on anything. */
  listeners: number;
  /** Listeners on window, document, root element and body, by event. */
  onPage: ListenerCounts;
  /** Graphics contexts that are not lost. */
  contexts: number;
  /** Fonts that the page can draw with. */
  fonts: number;
  /** MapLibre's maps, and the styles that they have or had, that script still holds. */
  maps: number;
  styles: number;
}

/** Remembers what the page's live map and its style are, so that {@link footprint} can count those that there are. */
export function rememberKinds(page: Page): Promise<void> {
  return page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    if (!stage?.stage) throw new Error('There is no map.');
    const { map } = stage.stage as MapStage;
    const kinds = { maps: Object.getPrototypeOf(map), styles: Object.getPrototypeOf(map.style) };
    Object.assign(window, { kinds });
  });
}

async function countKind(session: CDPSession, kind: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: `kinds.${kind}` });
  const prototypeObjectId = result.objectId ?? '';
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId });
  const found = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' });
  return found.result.value as number;
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
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const [maps, styles] = [await countKind(session, 'maps'), await countKind(session, 'styles')];
  const heap = await heapSize(session);
  await session.detach();
  return {
    heap,
    nodes,
    listeners: jsEventListeners,
    onPage: await countListeners(page),
    contexts: await contexts.now(),
    fonts: await page.evaluate(() => document.fonts.size),
    maps,
    styles,
  };
}

/** A footprint in a line. */
export function footprintLine(name: string, { heap, onPage: _, ...counts }: Footprint): string {
  const mega = `heap ${(heap / 1e6).toFixed(2).padStart(7)} MB`;
  const rest = Object.entries(counts).map(
    ([what, count]) => `${what} ${String(count).padStart(5)}`,
  );
  return [name.padEnd(24), mega, ...rest].join('  ');
}
