import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Frame as PageFrame } from '@playwright/test';
import type {} from '../src/elements/define.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../tests/support/find-browser.ts';
import { serveHost, storyAt } from '../tests/support/host-page.ts';
import { ROOT } from './packages.ts';
import { serve } from './serve.ts';

/**
 * `npm run bench:embed`: how long after an article begins to load a story in it shows its first picture, its own
 * page in the frame, and its settled map, against a bare frame of the reading page. The ways take turns in one run,
 * and medians are compared.
 *
 *   --rounds 7
 */

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });

/** Milliseconds since the article began to load. */
interface Times {
  /** The first picture: the one that the script puts over its frame, or the frame's own. */
  picture: number;
  /** Text and picture of the frame itself. */
  still: number;
  map: number;
}

const site = await serve({ folder: join(ROOT, 'dist'), port: 0 });
const story = storyAt(site.url);
const WAYS = {
  'bare frame': `<iframe src="${story}" title="Story"></iframe>`,
  'legenda-embed': `<legenda-embed story="${story}"></legenda-embed>`,
};
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });

/** When the frame’s text and picture were painted, and when its map had settled, by the clock. */
const timesIn = (frame: PageFrame): Promise<Omit<Times, 'picture'>> =>
  frame.evaluate(async () => {
    await customElements.whenDefined('map-story');
    await document.querySelector('map-story')?.settled();
    const map = Date.now();
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    return { still: performance.timeOrigin + (paint ?? Number.NaN), map };
  });

/** Notes in the article when the picture over the frame has been painted, by the article's own clock. */
const WATCH = `const embed = document.querySelector('legenda-embed');
if (embed) {
  await customElements.whenDefined('legenda-embed');
  await embed.shadowRoot.querySelector('img').decode();
  requestAnimationFrame(() => requestAnimationFrame((now) => (window.covered = now)));
}`;

async function measure(embed: string): Promise<Times> {
  const host = await serveHost(`<!doctype html><html lang="en"><title>Article</title>
<style>body { margin: 0 } iframe { display: block; width: 100%; height: 100vh; border: 0 }</style>
<script type="module" src="${new URL('embed.js', site.url)}"></script><body>${embed}
<script type="module">${WATCH}</script></body></html>`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(host.url, { waitUntil: 'commit' });
  const began = await page.evaluate(() => performance.timeOrigin);
  while (!page.frames()[1]?.url().includes('stories')) await page.waitForTimeout(20);
  const { still, map } = await timesIn(page.frames()[1] as PageFrame);
  const covered = await page.evaluate(() => (window as { covered?: number }).covered);
  const picture = covered ?? still - began;
  await page.close();
  await host.close();
  return { picture, still: still - began, map: map - began };
}

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const found = new Map<string, Times[]>(Object.keys(WAYS).map((way) => [way, []]));
// The first of each warms the server and the browser's store of shaders.
for (let round = 0; round <= Number(values.rounds); round += 1) {
  for (const [way, embed] of Object.entries(WAYS)) {
    const times = await measure(embed);
    if (round > 0) found.get(way)?.push(times);
  }
}
await browser.close();
await site.close();

const medianOf = (way: string, what: keyof Times): number =>
  median((found.get(way) ?? []).map((times) => times[what]));
console.log('medians from the start of the article; in brackets, against the bare frame');
for (const way of Object.keys(WAYS)) {
  const cells = (['picture', 'still', 'map'] as const).map((what) => {
    const own = medianOf(way, what);
    const ratio = own / medianOf('bare frame', what);
    return `${what} ${own.toFixed(0)} ms (${ratio.toFixed(2)})`.padEnd(26);
  });
  console.log(way.padEnd(16) + cells.join(''));
}
