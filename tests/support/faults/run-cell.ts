import type { Browser, Frame, Page } from '@playwright/test';
import { type Fault, serveFaulty } from './faulty-host.ts';
import type { Resource } from './resources.ts';
import { PLACES, WAYS, type Way } from './uses.ts';
import {
  difference,
  readWords,
  type Shown,
  shownNow,
  stagePicture,
  type Words,
} from './what-is-seen.ts';

/** The picture of a step where nothing is amiss: as the live map has it, and as a still. */
export interface References {
  live: Buffer;
  still: Buffer;
}

/** How a story came to be whole again. */
export type Healing = 'by itself' | 'at the next step' | 'by its button' | 'by a reload' | 'never';

/** What became of `settled()`. */
export type Settled = 'resolved' | 'rejected' | 'waits' | 'none';

/** What a reader has seen in one cell of the matrix. */
export interface Seen extends Words {
  shown: Shown;
  /** True where the picture is not that of the step. */
  wrong: boolean;
  /** The picture that is wrong. */
  picture?: Buffer;
  /** After ten seconds, and in the end. */
  settled: [Settled, Settled];
  healed: Healing;
  /** How many requests the fault met. */
  met: number;
  /** Errors that nobody has caught. */
  uncaught: string[];
}

/** When a reader looks, milliseconds after what is broken was wanted. */
const LOOK = 10_000;

/** How long `settled()` may take at most, milliseconds, as docs/use.md says; and some more for a slow machine. */
const SETTLED = 60_000 + 20_000;

/** The share of pixels that may differ: the letters of two maps are packed in another order. */
const SAME = 0.004;

declare global {
  interface Window {
    /** What has become of the `settled()` that a reader's cell has asked for. */
    asked?: Settled;
  }
}

/** Asks the story to settle, once it can be asked. */
async function askToSettle(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    window.asked = 'none';
    await Promise.race([
      customElements.whenDefined('map-story'),
      new Promise((done) => setTimeout(done, 5000)),
    ]);
    const story = document.querySelector('map-story');
    if (!story?.settled) return;
    window.asked = 'waits';
    story.settled().then(
      () => Object.assign(window, { asked: 'resolved' }),
      () => Object.assign(window, { asked: 'rejected' }),
    );
  });
}

const settledNow = (frame: Frame): Promise<Settled> =>
  frame.evaluate(() => window.asked ?? 'none').catch(() => 'none');

/** Waits, at most some milliseconds, until something is so; tells whether it is. */
async function waitUntil(is: () => Promise<boolean>, most: number): Promise<boolean> {
  const end = Date.now() + most;
  for (;;) {
    if (await is().catch(() => false)) return true;
    if (Date.now() > end) return false;
    await new Promise((done) => setTimeout(done, 400));
  }
}

/** Takes a picture of what a reader sees at the step of a way where nothing is amiss. */
export async function takeReference(
  browser: Browser,
  { site, way }: { site: string; way: Way },
): Promise<References> {
  const page = await browser.newPage(WINDOW);
  const close = await way.open(page, site, way.step);
  const settle = async (): Promise<Buffer> => {
    const frame = way.frame(page);
    await waitUntil(() => frame.evaluate(() => !!customElements.get('map-story')), 60_000);
    await frame.evaluate(() => document.querySelector('map-story')?.settled());
    return stagePicture(frame);
  };
  await waitUntil(async () => way.frame(page).url().includes('stories'), 60_000);
  const live = await settle();
  await way.frame(page).evaluate(() => {
    const story = document.querySelector('map-story');
    if (story) story.stills = true;
  });
  const still = await settle();
  await page.close();
  await close();
  return { live, still };
}

const WINDOW = { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 0.25 } as const;

/** One cell: a resource that comes with a fault. */
export interface Cell {
  resource: Resource;
  fault: Fault;
}

/** What a cell is run with. */
export interface CellOptions {
  browser: Browser;
  /** Address of the built site. */
  site: string;
  references: References;
  /** True where a reader looks as soon as something is said. */
  quick?: boolean;
}

interface Scene {
  page: Page;
  way: Way;
  references: References;
}

/** What is shown, and its picture where that is not the step's. The map may take the still's place meanwhile: then it is looked at again. */
async function look(scene: Scene): Promise<{ shown: Shown; wrong?: Buffer }> {
  const { page, way, references } = scene;
  for (;;) {
    const frame = way.frame(page);
    const shown = await shownNow(frame);
    if (shown !== 'live' && shown !== 'still') return { shown };
    const picture = await stagePicture(frame);
    const isSame = (await difference(page, references[shown], picture)) <= SAME;
    if (isSame) return { shown };
    if (shown === (await shownNow(frame))) return { shown, wrong: picture };
  }
}

/** True where the reader has all that they would have had. */
async function isWell(scene: Scene): Promise<boolean> {
  const { page, way } = scene;
  const frame = way.frame(page);
  if (!(await way.isDone(frame))) return false;
  const { sentence, readable } = await readWords(frame, way.step);
  if (sentence && !way.covers) return false;
  if (way.covers) return true;
  const { shown, wrong } = await look(scene);
  return readable && shown === 'live' && !wrong;
}

const seekTo = (frame: Frame, step: string): Promise<void> =>
  frame.evaluate((step) => void document.querySelector('map-story')?.seek?.(step), step);

/** Goes away and comes back, as a reader does, or presses again. */
async function goOn({ page, way }: Scene): Promise<void> {
  const frame = way.frame(page);
  if (way.press) return way.press(page).catch(() => {});
  if (way.step !== PLACES.at) return;
  await seekTo(frame, PLACES.before).catch(() => {});
  await page.waitForTimeout(500);
  await seekTo(frame, PLACES.at).catch(() => {});
}

async function heal(scene: Scene): Promise<Healing> {
  const { page, way } = scene;
  const well = (most: number) => waitUntil(() => isWell(scene), most);
  if (await well(way.press ? 3000 : 20_000)) return 'by itself';
  await goOn(scene);
  if (await well(20_000)) return 'at the next step';
  const button = way.frame(page).getByRole('button', { name: /reload/i });
  const offered = await button.isVisible().catch(() => false);
  if (offered) await button.click();
  else await page.reload({ waitUntil: 'commit' });
  await waitUntil(() => way.frame(page).evaluate(() => !!customElements.get('map-story')), 30_000);
  await askToSettle(way.frame(page)).catch(() => {});
  if (way.press) await way.press(page).catch(() => {});
  if (!(await well(60_000))) return 'never';
  return offered ? 'by its button' : 'by a reload';
}

/** Runs one cell in a context of its own, and tells what its reader has seen. */
export async function runCell({ resource, fault }: Cell, options: CellOptions): Promise<Seen> {
  const way = WAYS[resource.use];
  const context = await options.browser.newContext(WINDOW);
  const page = await context.newPage();
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  const host = await serveFaulty(options.site, () => context.setOffline(true));
  const scene: Scene = { page, way, references: options.references };
  const isLate = fault === 'dropped' && way.step === PLACES.at;
  if (!isLate) host.break(resource.path, fault);
  const close = await way.open(page, host.site, isLate ? PLACES.before : way.step);
  const frame = () => way.frame(page);
  if (isLate) {
    await askToSettle(frame());
    await waitUntil(async () => (await settledNow(frame())) !== 'waits', 60_000);
    host.break(resource.path, fault);
    await seekTo(frame(), way.step);
  }
  await askToSettle(frame()).catch(() => {});
  const isAlive = () => frame().evaluate(() => !!document.querySelector('map-story')?.frame);
  if (way.press) await waitUntil(isAlive, 30_000);
  await way.press?.(page).catch(() => {});
  const isSaid = async () =>
    options.quick === true && !!(await readWords(frame(), way.step)).sentence;
  await waitUntil(isSaid, LOOK);
  const words = await readWords(frame(), way.step);
  const moved = resource.measures || (way.covers && (await way.isDone(frame())));
  const { shown, wrong: found } = await look(scene);
  const picture = moved ? undefined : found;
  const first = await settledNow(frame());
  const met = host.met();
  host.mend();
  await context.setOffline(false);
  if (first === 'waits') {
    await waitUntil(async () => (await settledNow(frame())) !== 'waits', SETTLED - LOOK);
  }
  const last = await settledNow(frame());
  const healed = await heal(scene);
  await context.close();
  await close();
  await host.close();
  const wrong = picture !== undefined;
  const seen = { ...words, shown, wrong, settled: [first, last] as [Settled, Settled], healed };
  return { ...seen, ...(picture && { picture }), met, uncaught };
}
