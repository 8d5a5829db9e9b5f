import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../tests/support/find-browser.ts';
import { isOverBudget, printReport } from './bench-report.ts';
import { runBench } from './bench-run.ts';
import { openBenchSite } from './bench-site.ts';
import { ROOT } from './packages.ts';

/**
 * `npm run bench`: what a scrubbed frame of a built story costs the main thread, against a bare
 * maplibre-gl page that only jumps to the same cameras over the same style.
 *
 *   --quick                  one step, and fewer rounds
 *   --slug stalin-korea --sizes 640x400,390x844,1280x720 --dist dist
 *   --steps yalu,chosin      steps to scrub through, each with the way to the next
 *   --frames 40 --rounds 5   positions in each scene, and how often each is scrubbed
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      slug: { type: 'string', default: 'stalin-korea' },
      sizes: { type: 'string', default: '640x400,390x844,1280x720' },
      dist: { type: 'string', default: join(ROOT, 'dist') },
      steps: { type: 'string', default: '' },
      frames: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const site = await openBenchSite(values.dist);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...CHROMIUM_FLAGS],
  });
  try {
    const plan = {
      story: `${site.url}stories/${values.slug}/`,
      site: site.url,
      steps: values.steps.split(',').filter(Boolean),
      moving: values.quick ? 1 : 3,
      frames: Number(values.frames ?? 40),
      rounds: Number(values.rounds ?? (values.quick ? 2 : 5)),
    };
    const results = [];
    for (const size of values.sizes.split(',')) {
      const [width = 0, height = 0] = size.split('x').map(Number);
      results.push(await runBench(browser, { ...plan, viewport: { width, height } }));
    }
    printReport(results, { version: browser.version(), ...plan });
    if (isOverBudget(results)) process.exitCode = 1;
  } finally {
    await browser.close();
    await site.close();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
