import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { readAtlas } from '../src/cli/read-atlas.ts';
import { readStory } from '../src/cli/read-story.ts';
import {
  drawStillFile,
  listStills,
  STILL_WINDOWS,
  type StillSpec,
  stillTimeline,
} from '../src/cli/stills.ts';
import type { ViewportKind } from '../src/core/story.ts';
import type {} from '../src/elements/define.ts';
import {
  compareStep,
  comparisonLine,
  farApart,
  storyThing,
} from '../tests/support/compare-styled.ts';
import { CHROMIUM_FLAGS, findBrowser } from '../tests/support/find-browser.ts';
import { openStoryData } from '../tests/support/layer-pictures.ts';
import {
  COMPARED,
  type ComparedPart,
  hideTheRest,
  liveMasks,
  stillMasks,
} from '../tests/support/still-masks.ts';
import { createStyledStory, STYLED } from '../tests/support/styled-story.ts';
import { type Distance, maskDistance } from './mask-distance.ts';
import { ROOT } from './packages.ts';
import { serve } from './serve.ts';

/**
 * `npm run stills:check`: how far each still of a built story lies from the live map, for the front,
 * the coast and the marks of places; and how alike both draw a story in an author's own style, by feature.
 * Ends with 1 where any lies 2 pixels off or more, where a part was seen in no still at all, and where a
 * styled layer is drawn otherwise.
 *
 *   --slug stalin-korea --steps yalu,chosin --kinds wide,phone --below 2
 */

const { values } = parseArgs({
  options: {
    slug: { type: 'string', default: 'stalin-korea' },
    steps: { type: 'string', default: '' },
    kinds: { type: 'string', default: 'wide,phone' },
    below: { type: 'string', default: '2' },
    dist: { type: 'string', default: join(ROOT, 'dist') },
  },
});

const bound = Number(values.below);
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

async function openMap({ kind }: StillSpec): Promise<Page> {
  const [width, height] = STILL_WINDOWS[kind];
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`${server.url}stories/${values.slug}/`);
  // The script waits until the page has been seen.
  await page.waitForFunction(() => customElements.get('map-story'));
  await page.evaluate(() => document.querySelector('map-story')?.settled());
  await hideTheRest(page);
  return page;
}

async function seek(page: Page, { playhead }: StillSpec): Promise<void> {
  await page.evaluate(async ({ step, progress }) => {
    const element = document.querySelector('map-story');
    element?.seek(step, progress);
    await element?.settled();
  }, playhead);
  await hideTheRest(page);
}

type Row = Record<ComparedPart, Distance | undefined>;

async function compare(page: Page, still: StillSpec): Promise<Row> {
  const timeline = stillTimeline(story, still.kind);
  const [svg] = await Promise.all([drawStillFile(timeline, still, atlas), seek(page, still)]);
  const live = await liveMasks(page);
  const drawn = await stillMasks(page, svg);
  const { width } = timeline.viewport.stage;
  const apart = (part: ComparedPart): Distance | undefined =>
    maskDistance(
      { opacities: live[part], width },
      { opacities: drawn[part], width },
      COMPARED[part],
    );
  return { front: apart('front'), coast: apart('coast'), marks: apart('marks') };
}

const cell = (distance: Distance | undefined): string =>
  (distance ? `${distance.most.toFixed(1)} (${distance.all.toFixed(1)})` : '-').padStart(14);

console.log(
  'CSS pixels between still and live map: 99 of 100 pixels of each lie nearer; in brackets, all do',
);
console.log(`${'still'.padEnd(32)}${parts.map((part) => part.padStart(14)).join('')}`);
const rows: Row[] = [];
for (const kind of ['wide', 'phone'] as const) {
  const stills = wanted.filter((each) => each.kind === kind);
  const page = stills[0] && (await openMap(stills[0]));
  for (const still of stills) {
    const row = await compare(page!, still);
    rows.push(row);
    console.log(`${still.name.padEnd(32)}${parts.map((part) => cell(row[part])).join('')}`);
  }
  await page?.close();
}

/** Compares what an author's own style draws; true where all of it is alike. */
async function compareStyled(kind: ViewportKind): Promise<boolean> {
  const [width, height] = STILL_WINDOWS[kind];
  const page = await browser.newPage({ viewport: { width, height }, baseURL: server.url });
  const styled = createStyledStory();
  await openStoryData(page, styled);
  const compared = { story: styled, step: 'styled', atlas };
  const found = await compareStep(page, compared, STYLED.map(storyThing));
  console.log(
    `\nan author’s style, ${kind}: pixels drawn, those without their like, more ink in the still`,
  );
  console.log(found.map(comparisonLine).join('\n'));
  await page.close();
  return farApart(found).length === 0;
}

const styled = [];
for (const kind of ['wide', 'phone'] as const) {
  if (values.kinds.split(',').includes(kind)) styled.push(await compareStyled(kind));
}
await browser.close();
await server.close();

const farthest = Math.max(...rows.flatMap((row) => parts.map((part) => row[part]?.most ?? 0)));
const unseen = parts.filter((part) => rows.every((row) => !row[part]));
console.log(`the farthest: ${farthest.toFixed(1)} of less than ${bound} CSS pixels`);
if (unseen.length > 0) console.log(`in no still: ${unseen.join(', ')}`);
const isAlike = styled.every(Boolean);
if (!isAlike) console.log('an author’s style is drawn otherwise');
if (!(farthest < bound) || unseen.length > 0 || !isAlike) process.exitCode = 1;
