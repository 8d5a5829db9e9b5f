import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import type {} from '../src/elements/define.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../tests/support/find-browser.ts';
import { quantile } from './bench-report.ts';
import { ROOT } from './packages.ts';
import { serve } from './serve.ts';

/**
 * `npm run bench:first`: how long after a story's page is asked for its map has settled on the first frame, and how
 * many bytes it has loaded by then, with nothing in the browser's cache; and as a ratio to another built site, as
 * of an older version. Both take turns in one run.
 *
 *   --against <folder>       another built site
 *   --slug stalin-korea --sizes 1280x800,390x844 --dist dist
 *   --at opening,chosin      steps to open the page at; default: its start
 *   --rounds 7
 */

/** What one opening of a page took. */
interface Opening {
  /** Milliseconds from the request of the page to the settled map. */
  settled: number;
  /** Bytes loaded until then, as sent. */
  bytes: number;
}

interface Visit {
  address: string;
  viewport: { width: number; height: number };
}

/** Opens a page in a context, and so with a cache, of its own. */
async function open(browser: Browser, { address, viewport }: Visit): Promise<Opening> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  const opening = await page.evaluate(async () => {
    await customElements.whenDefined('map-story');
    await document.querySelector('map-story')?.settled();
    const settled = performance.now();
    const loads = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return { settled, bytes: loads.reduce((sum, { transferSize }) => sum + transferSize, 0) };
  });
  await context.close();
  return opening;
}

const median = (openings: readonly Opening[], what: keyof Opening): number =>
  quantile(
    openings.map((opening) => opening[what]),
    0.5,
  );

function row(name: string, openings: readonly Opening[], against: readonly Opening[]): string {
  const [ms, kB] = [median(openings, 'settled'), median(openings, 'bytes') / 1000];
  const own = `${name.padEnd(28)}${ms.toFixed(0).padStart(7)} ms${kB.toFixed(0).padStart(7)} kB`;
  if (against.length === 0) return own;
  const theirs = median(against, 'settled');
  return `${own}   against ${theirs.toFixed(0).padStart(7)} ms   ratio ${(ms / theirs).toFixed(2)}`;
}

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    slug: { type: 'string', default: 'stalin-korea' },
    sizes: { type: 'string', default: '1280x800,390x844' },
    dist: { type: 'string', default: join(ROOT, 'dist') },
    at: { type: 'string', default: '' },
    rounds: { type: 'string', default: '7' },
  },
});
const folders = [values.dist, ...(values.against ? [values.against] : [])];
const sites = await Promise.all(folders.map((folder) => serve({ folder, port: 0 })));
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
console.log(
  `Chromium ${browser.version()}, software WebGL; medians of ${values.rounds} openings, nothing cached.`,
);
for (const size of values.sizes.split(',')) {
  const [width = 0, height = 0] = size.split('x').map(Number);
  for (const step of values.at.split(',')) {
    const found: Opening[][] = sites.map(() => []);
    // The first of each warms the server and the browser's store of shaders.
    for (let round = 0; round <= Number(values.rounds); round += 1) {
      for (const [index, { url }] of sites.entries()) {
        const address = `${url}stories/${values.slug}/${step && `#${step}`}`;
        const opening = await open(browser, { address, viewport: { width, height } });
        if (round > 0) found[index]?.push(opening);
      }
    }
    console.log(row(`${size} ${step || 'start'}`, found[0] ?? [], found[1] ?? []));
  }
}
await browser.close();
await Promise.all(sites.map(({ close }) => close()));
