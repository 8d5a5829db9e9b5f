import type { Frame, Page } from '@playwright/test';

/** How many graphics contexts a page has had. */
export interface ContextCount {
  /** How many were there at once, at most. */
  most: () => number;
  /** How many are there now. */
  now: () => Promise<number>;
}

/**
 * Counts in all documents of a page the graphics contexts that are not lost; called before it is opened. Counts
 * anew whenever one is made or lost, in any of them.
 */
export async function countContexts(page: Page): Promise<ContextCount> {
  const living = new Map<Frame, number>();
  let most = 0;
  // What a document had is gone with it.
  page.on('framenavigated', (frame) => living.delete(frame));
  page.on('framedetached', (frame) => living.delete(frame));
  await page.exposeBinding('tellContexts', ({ frame }, count: number) => {
    living.set(frame, count);
    const sum = [...living.values()].reduce((all, each) => all + each, 0);
    most = Math.max(most, sum);
  });
  await page.addInitScript(() => {
    // With what loses it: a browser may forget what was changed in an object that nobody holds.
    const all = new Map<WebGL2RenderingContext, WEBGL_lose_context | null>();
    const seen = new WeakSet<WebGL2RenderingContext>();
    const { tellContexts } = window as unknown as { tellContexts: (count: number) => void };
    const count = (): number => {
      for (const one of all.keys()) if (one.isContextLost()) all.delete(one);
      return all.size;
    };
    const tell = (): void => tellContexts(count());
    Object.assign(window, { countContexts: count });
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...how: unknown[]) {
      const made = Reflect.apply(getContext, this, how);
      if (!(made instanceof WebGL2RenderingContext) || seen.has(made)) return made;
      seen.add(made);
      const loss = made.getExtension('WEBGL_lose_context');
      all.set(made, loss);
      tell();
      if (!loss) return made;
      const lose = loss.loseContext.bind(loss);
      loss.loseContext = () => {
        lose();
        // Nobody may need it any more: it is not for this count to keep it.
        all.delete(made);
        tell();
      };
      made.canvas.addEventListener('webglcontextrestored', () => {
        all.set(made, loss);
        tell();
      });
      return made;
    } as typeof getContext;
  });
  const countIn = (frame: Frame): Promise<number> =>
    frame
      .evaluate(
        () => (window as unknown as { countContexts?: () => number }).countContexts?.() ?? 0,
      )
      .catch(() => 0);
  return {
    most: () => most,
    async now() {
      const counts = await Promise.all(page.frames().map(countIn));
      return counts.reduce((sum, each) => sum + each, 0);
    },
  };
}
