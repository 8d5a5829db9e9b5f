import type { CDPSession, Page } from '@playwright/test';

/** What a page's main thread did in a stretch of time, milliseconds. */
export interface Cost {
  /** Processor time of all tasks: what the budget is about. */
  task: number;
  /** Wall-clock time of all tasks, with what they waited for. */
  wall: number;
  script: number;
  layout: number;
  style: number;
}

/** Reads the main thread's clocks of one page. */
export interface Meter {
  /** What running `act` costs. */
  measure(act: () => Promise<unknown>): Promise<Cost>;
  /** JavaScript heap in use after a collection, bytes. */
  heap(): Promise<number>;
}

type Metrics = Readonly<Record<string, number>>;

async function readMetrics(session: CDPSession): Promise<Metrics> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function openSession(page: Page, timeDomain: 'threadTicks' | 'timeTicks') {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain });
  return session;
}

/** A meter on a page. Each clock has a session of its own: a session knows but one of them. */
export async function createMeter(page: Page): Promise<Meter> {
  const processor = await openSession(page, 'threadTicks');
  const wall = await openSession(page, 'timeTicks');
  const both = async () => [await readMetrics(processor), await readMetrics(wall)] as const;
  return {
    async measure(act) {
      const before = await both();
      await act();
      const after = await both();
      const spent = (clock: 0 | 1, name: string): number =>
        1000 * ((after[clock][name] ?? 0) - (before[clock][name] ?? 0));
      return {
        task: spent(0, 'TaskDuration'),
        wall: spent(1, 'TaskDuration'),
        script: spent(0, 'ScriptDuration'),
        layout: spent(0, 'LayoutDuration'),
        style: spent(0, 'RecalcStyleDuration'),
      };
    },
    async heap() {
      await processor.send('HeapProfiler.collectGarbage');
      return (await readMetrics(processor)).JSHeapUsedSize ?? 0;
    },
  };
}
