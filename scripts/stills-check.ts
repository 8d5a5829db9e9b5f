import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { readAtlas } from '../src/cli/read-atlas.ts';
import { readStory } from '../src/cli/read-story.ts';
import { drawStillFile, listStills, STILL_WINDOWS, stillTimeline } from '../src/cli/stills.ts';
import type {} from '../src/elements/define.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../tests/support/find-browser.ts';
import {
  COMPARED,
  type ComparedPart,
  type Distance,
  stillDistance,
} from '../tests/support/still-distance.ts';
import { ROOT } from './packages.ts';
import { serve } from './serve.ts';

/**
 * `npm run stills:check`: how far each still of a built story lies from the live map, for the front,
 * the coast and the marks of places. Ends with 1 where any lies 2 pixels off or more.
 *
 *   --slug stalin-korea --steps yalu,chosin --kinds wide,phone
 */

/** CSS pixels that a still may be off. */
const BOUND = 2;

const { values } = parseArgs({
  options: {
    slug: { type: 'string', default: 'stalin-korea' },
    steps: { type: 'string', default: '' },
    kinds: { type: 'string', default: 'wide,phone' },
    dist: { type: 'string', default: join(ROOT, 'dist') },
  },
});

const story = readStory(join('stories', values.slug, 'story.md'), () => {});
const atlas = await readAtlas();
const parts = Object.keys(COMPARED) as ComparedPart[];
const wanted = listStills(story).filter(
  ({ kind, playhead }) =>
    values.kinds.split(',').includes(kind) &&
    (!values.steps || values.steps.split(',').includes(playhead.step)),
);
const server = await serve({ folder: values.dist, port: 0 });
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
const cell = (distance: Distance | undefined): string =>
  (distance ? `${distance.most.toFixed(1)} (${distance.all.toFixed(1)})` : '-').padStart(14);

console.log(
  'CSS pixels between still and live map: 99 of 100 pixels of either lie nearer; in brackets, all do',
);
console.log(`${'still'.padEnd(32)}${parts.map((part) => part.padStart(14)).join('')}`);
let farthest = 0;
for (const kind of ['wide', 'phone'] as const) {
  const [width, height] = STILL_WINDOWS[kind];
  const timeline = stillTimeline(story, kind);
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`${server.url}stories/${values.slug}/`);
  // The script waits until the page has been seen.
  await page.waitForFunction(() => customElements.get('map-story'));
  for (const still of wanted.filter((each) => each.kind === kind)) {
    await page.evaluate(async ({ step, progress }) => {
      const element = document.querySelector('map-story');
      await element?.settled();
      element?.seek(step, progress);
      await element?.settled();
    }, still.playhead);
    const svg = await drawStillFile(timeline, still, atlas);
    const found: (Distance | undefined)[] = [];
    for (const part of parts) found.push(await stillDistance(page, { svg, part, width }));
    farthest = Math.max(farthest, ...found.map((each) => each?.most ?? 0));
    console.log(`${still.name.padEnd(32)}${found.map(cell).join('')}`);
  }
  await page.close();
}
await browser.close();
await server.close();
console.log(`the farthest: ${farthest.toFixed(1)} of less than ${BOUND} CSS pixels`);
if (farthest >= BOUND) process.exitCode = 1;
