import { expect, type Page, test } from '@playwright/test';
import { project } from '../../src/core/camera.ts';
import type { Frame } from '../../src/core/frame.ts';
import { palette } from '../../src/core/palette.ts';
import type { LngLat, Side } from '../../src/core/story.ts';
import { createViewport } from '../../src/core/viewport.ts';
import { createScreen } from '../../src/still/screen.ts';
import { openStory, seek } from '../support/story-page.ts';

/** Where the marks of a layer stand, and in which colour; not by the code that draws them. */
const PLACES: Readonly<Record<string, LngLat>> = {
  kojedo: [128.626, 34.88],
  pyoktong: [125.44, 40.613],
  langtou: [124.286, 40.025],
  dadonggou: [124.05, 39.96],
  pusan: [129.04, 35.104],
  masan: [128.573, 35.21],
  nonsan: [127.085, 36.204],
  kwangju: [126.916, 35.155],
};
/** A mark reaches so far, CSS pixels. */
const REACH = 11;
/** A mark under the ring of a name has at least so many pixels of its own colour. */
const ENOUGH = 25;

/** How many pixels around a point of the page are within 24 levels of a colour. */
async function pixelsOf(page: Page, [x, y]: readonly [number, number], color: string) {
  const clip = { x: x - REACH, y: y - REACH, width: 2 * REACH, height: 2 * REACH };
  const png = (await page.screenshot({ clip })).toString('base64');
  const wanted = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return page.evaluate(
    async ({ png, wanted }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const isWanted = (i: number): boolean =>
        wanted.every((value, k) => Math.abs((data[4 * i + k] ?? 0) - value) <= 24);
      return Array.from({ length: data.length / 4 }, (_, i) => i).filter(isWanted).length;
    },
    { png, wanted },
  );
}

const entriesOf = (page: Page): Promise<string[]> =>
  page.locator('story-legend li').allInnerTexts();

function pointOf(frame: Frame, id: string, size: { width: number; height: number }) {
  const { stage, padding } = createViewport(size.width, size.height);
  return createScreen(frame.camera, { ...stage, padding }).project(...project(PLACES[id]!));
}

interface Case {
  step: string;
  progress: number;
  /** What the legend says of the marks; it says nothing where none is expected. */
  entry: string;
  side: Side;
  drawn: string[];
  missing?: string[];
}

const CASES: Case[] = [
  {
    ...{ step: 'prisoners', progress: 0, entry: 'Prisoner-of-war camps', side: 'neutral' },
    drawn: ['kojedo', 'pyoktong'],
  },
  {
    ...{ step: 'little-switch', progress: 0.25, entry: 'Camps opened by Rhee', side: 'south' },
    ...{ drawn: [], missing: ['pusan', 'masan', 'nonsan', 'kwangju'] },
  },
  {
    ...{ step: 'little-switch', progress: 1, entry: 'Camps opened by Rhee', side: 'south' },
    drawn: ['pusan', 'masan', 'nonsan', 'kwangju'],
  },
  {
    ...{ step: 'mig-alley', progress: 0, entry: 'Soviet fighter bases', side: 'north' },
    ...{ drawn: ['langtou'], missing: ['dadonggou'] },
  },
  {
    ...{ step: 'mig-alley', progress: 1, entry: 'Soviet fighter bases', side: 'north' },
    drawn: ['langtou', 'dadonggou'],
  },
];

test.use({ viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 });

test('each mark that the legend names is seen on the map, and none that it does not name', async ({
  page,
}) => {
  const size = { width: 1366, height: 768 };
  await openStory(page);
  for (const { step, progress, entry, side, drawn, missing = [] } of CASES) {
    const frame = await seek(page, step, progress);
    const named = (await entriesOf(page)).some((text) => text.startsWith(entry));
    expect(named, `${step} ${progress}: ${entry}`).toBe(drawn.length > 0);
    const count = (id: string) => pixelsOf(page, pointOf(frame, id, size), palette[side]);
    for (const id of drawn) {
      expect(await count(id), `${step} ${progress}: ${id}`).toBeGreaterThan(ENOUGH);
    }
    for (const id of missing) {
      expect(await count(id), `${step} ${progress}: ${id}`).toBeLessThan(ENOUGH);
    }
  }
});

test('the mark of the timeline stays where the story is through a step without a date', async ({
  page,
}) => {
  const markAt = () =>
    page
      .locator('story-timeline .reader')
      .evaluate((reader) => Number.parseFloat(reader.style.transform.slice('translateX('.length)));
  await openStory(page);
  await seek(page, 'mig-alley', 1);
  const october = await markAt();
  for (const progress of [0, 1]) {
    await seek(page, 'supply', progress);
    expect(await markAt()).toBeCloseTo(october, 1);
  }
  await seek(page, 'thirty-years', 0.5);
  expect(await markAt()).toBeGreaterThan(october);
});
