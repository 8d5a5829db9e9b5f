import type { Browser, Page } from '@playwright/test';
import type { MapBox, Phase, Scene } from '../tests/bench/scenes.ts';
import { type Cost, createMeter, type Meter } from './bench-measure.ts';
import { BENCH_PAGES } from './bench-site.ts';

/** One benchmark: which pages, how large, and how much of them. */
export interface BenchPlan {
  /** Address of the story's page. */
  story: string;
  /** Address of the site. */
  site: string;
  viewport: { width: number; height: number };
  /** Steps to go through, each with the way to the next; empty for some whose date moves. */
  steps: readonly string[];
  /** How many of those whose date moves. */
  moving: number;
  /** Positions in each scene. */
  frames: number;
  /** How often each scene is scrubbed, all sides in turn. */
  rounds: number;
}

/**
 * What is measured: the story's page, scrolled; the story's map alone, given each frame; the bare map,
 * which jumps; and the bare map in the story's page, whose text is scrolled over it.
 */
export const SIDES = ['page', 'map', 'bare', 'text'] as const;

/** One of {@link SIDES}. */
export type SideName = (typeof SIDES)[number];

/** What one scene cost in each round, milliseconds a frame, and how often its map was drawn. */
export interface SceneResult {
  name: string;
  phase: Phase;
  costs: Record<SideName, Cost[]>;
  drawn: Record<SideName, number>;
  /** Our own script in each frame, milliseconds. */
  ownScript: number[];
}

/** What a run at one size of the window gave. */
export interface BenchResult {
  size: string;
  /** Size of the map, CSS pixels. */
  map: string;
  scenes: SceneResult[];
  /** Requests of the story's page: to come up, while scrubbed, and to any other host. */
  requests: { loading: number; scrubbing: number; elsewhere: number };
  /** Heap of the story's page before and after, bytes. */
  heap: { before: number; after: number };
}

function perFrame(cost: Cost, frames: number): Cost {
  const entries = Object.entries(cost).map(([name, value]) => [name, value / frames]);
  return Object.fromEntries(entries) as unknown as Cost;
}

async function openStory(page: Page, plan: BenchPlan): Promise<void> {
  await page.goto(plan.story);
  await page.addScriptTag({ url: `${plan.site}${BENCH_PAGES.reading}`, type: 'module' });
  await page.waitForFunction(() => window.storyBench && customElements.get('map-story'));
  await page.evaluate(() =>
    document
      .querySelector('map-story')
      ?.settled()
      .then(() => {}),
  );
}

/** The scenes as JSON: they hold whole styles, which Playwright's own transport is slow with. */
async function planScenes(
  page: Page,
  { steps, moving: count, frames }: BenchPlan,
): Promise<string> {
  const moving = (await page.evaluate(() => window.storyBench?.movingSteps())) ?? [];
  // The opening steps set the scene; what moves most comes after them.
  const ids = steps.length > 0 ? steps : moving.slice(2, 2 + count);
  const planned = await page.evaluate(([s, n]) => window.storyBench?.plan(s, n), [
    ids,
    frames,
  ] as const);
  return planned ?? '[]';
}

async function startBare(page: Page, box: MapBox, scenes: string): Promise<void> {
  await page.waitForFunction(() => window.bareBench);
  await page.evaluate(([b, s]) => window.bareBench?.start(b, s), [box, scenes] as const);
}

/** The story's page again, with a bare map in the place of its own. */
async function openText(page: Page, plan: BenchPlan): Promise<void> {
  await openStory(page, plan);
  await page.evaluate(() => window.storyBench?.end());
  await page.addScriptTag({ url: `${plan.site}${BENCH_PAGES.bareScript}`, type: 'module' });
}

interface Side {
  page: Page;
  meter: Meter;
  bench: 'storyBench' | 'bareBench';
  /** What of the bench is measured. */
  act: 'scrub' | 'scrubMap';
}

/** A scene to be scrubbed. */
interface Task {
  scene: Scene;
  index: number;
  frames: number;
}

type Sides = Record<SideName, Side>;

async function scrub({ page, meter, bench, act }: Side, { index, frames }: Task) {
  await page.evaluate(([name, i]) => window[name]?.prepare(i), [bench, index] as const);
  let drawn = 0;
  const cost = await meter.measure(async () => {
    drawn = await page.evaluate(
      async ([name, way]) => {
        const { storyBench, bareBench } = window;
        if (name === 'bareBench') return (await bareBench?.scrub()) ?? 0;
        return (await storyBench?.[way]()) ?? 0;
      },
      [bench, act] as const,
    );
  });
  return { cost: perFrame(cost, frames), drawn };
}

async function runScene(sides: Sides, task: Task, rounds: number): Promise<SceneResult> {
  const { name, phase } = task.scene;
  const costs: SceneResult['costs'] = { page: [], map: [], bare: [], text: [] };
  const drawn = { page: 0, map: 0, bare: 0, text: 0 };
  // One round more than counted: the first warms up the compilers.
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of SIDES) {
      const scrubbed = await scrub(sides[side], task);
      drawn[side] = scrubbed.drawn;
      if (round > 0) costs[side].push(scrubbed.cost);
    }
  }
  const { page } = sides.page;
  await page.evaluate((i) => window.storyBench?.prepare(i), task.index);
  const ownScript = (await page.evaluate(() => window.storyBench?.ownScript())) ?? [];
  return { name, phase, costs, drawn, ownScript };
}

async function openSides(browser: Browser, plan: BenchPlan) {
  // Each in a context, and so in a process, of its own.
  const { viewport } = plan;
  const open = async () => (await browser.newContext({ viewport })).newPage();
  const [page, bare, text] = [await open(), await open(), await open()];
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await openStory(page, plan);
  const loading = requested.length - 1;
  const planned = await planScenes(page, plan);
  const scenes = JSON.parse(planned) as Scene[];
  const box = await page.evaluate(() => window.storyBench?.box());
  if (scenes.length === 0 || !box)
    throw new Error('The story has no step, or no map, to be measured.');
  await bare.goto(`${plan.site}${BENCH_PAGES.bare}`);
  await startBare(bare, box, planned);
  await openText(text, plan);
  await startBare(text, box, planned);
  const story = { page, meter: await createMeter(page), bench: 'storyBench' } as const;
  const jumps = { bench: 'bareBench', act: 'scrub' } as const;
  const sides: Sides = {
    page: { ...story, act: 'scrub' },
    map: { ...story, act: 'scrubMap' },
    bare: { ...jumps, page: bare, meter: await createMeter(bare) },
    text: { ...jumps, page: text, meter: await createMeter(text) },
  };
  return { sides, scenes, box, requested, loading };
}

/** Runs the benchmark at one size of the window. */
export async function runBench(browser: Browser, plan: BenchPlan): Promise<BenchResult> {
  const { viewport, rounds, site } = plan;
  const { sides, scenes, box, requested, loading } = await openSides(browser, plan);
  const results: SceneResult[] = [];
  const before = await sides.page.meter.heap();
  const planned = requested.length;
  for (const [index, scene] of scenes.entries()) {
    const task = { scene, index, frames: scene.positions.length };
    results.push(await runScene(sides, task, rounds));
  }
  const foreign = requested.filter((url) => !/^(blob:|data:)/.test(url) && !url.startsWith(site));
  const result = {
    size: `${viewport.width}x${viewport.height}`,
    map: `${box.width}x${box.height}`,
    scenes: results,
    requests: {
      loading,
      scrubbing: requested.length - planned,
      elsewhere: foreign.length,
    },
    heap: { before, after: await sides.page.meter.heap() },
  };
  const pages = new Set(Object.values(sides).map(({ page }) => page));
  await Promise.all([...pages].map((page) => page.context().close()));
  return result;
}
