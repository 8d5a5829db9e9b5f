import type { Browser, Page } from '@playwright/test';
import { type Cell, isLate } from './cell.ts';
import { type FaultyHost, serveFaulty } from './faulty-host.ts';
import { type Healing, heal, look, type References, type Scene, seekTo } from './heal.ts';
import { mustSay } from './judge.ts';
import { askToSettle, type Settled, settle, settledLast, settledNow } from './settling.ts';
import { PLACES, WAYS, type Way } from './uses.ts';
import { waitUntil } from './wait-until.ts';
import { readWords, type Shown, shownNow, stagePicture, type Words } from './what-is-seen.ts';

/** What a reader has seen in one cell of the matrix. */
export interface Seen extends Words {
  shown: Shown;
  /** True where what the reader has asked for, or the chart, is there. */
  done: boolean;
  /** True where the picture is not that of the step. */
  wrong: boolean;
  /** The picture that is wrong. */
  picture?: Buffer;
  /** When the reader looked, seconds after the fault was met: ten, or later where a slow machine had nothing to tell by then. */
  after: number;
  /** After ten seconds, and in the end. */
  settled: [Settled, Settled];
  healed: Healing;
  /** How many requests the fault met. */
  met: number;
  /** Errors that nobody has caught. */
  uncaught: string[];
}

/** When a reader looks, milliseconds after a file was first asked for that is not as it should be. */
const LOOK = 10_000;

const WINDOW = { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 0.25 } as const;

/** Takes the pictures of a way's step where nothing is amiss. */
export async function takeReference(
  browser: Browser,
  { site, way }: { site: string; way: Way },
): Promise<References> {
  const page = await browser.newPage(WINDOW);
  const close = await way.open(page, site, way.step);
  await waitUntil(async () => way.frame(page).url().includes('stories'));
  const frame = way.frame(page);
  await settle(frame);
  const live = await stagePicture(frame);
  await frame.evaluate(() => {
    const story = document.querySelector('map-story');
    if (story) story.stills = true;
  });
  await settle(frame);
  const still = await stagePicture(frame);
  await page.close();
  await close();
  return { live, still };
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

/** Opens the story, and asks for what does not come as it should. Gives what ends it. */
async function open(scene: Scene, cell: Cell, host: FaultyHost): Promise<() => Promise<void>> {
  const { page, way } = scene;
  const frame = () => way.frame(page);
  if (!isLate(cell)) host.break(cell.resource.path, cell.fault);
  const close = await way.open(page, host.site, isLate(cell) ? PLACES.before : way.step);
  if (isLate(cell)) {
    await settle(frame());
    host.break(cell.resource.path, cell.fault);
    await seekTo(frame(), way.step);
  }
  await askToSettle(frame()).catch(() => {});
  if (way.press) {
    await waitUntil(() => frame().evaluate(() => !!document.querySelector('map-story')?.frame));
    await way.press(page);
  }
  return close;
}

/** Waits until a reader looks: the file has been asked for, the time is over, and what must be told is told. */
async function waitToLook(scene: Scene, cell: Cell, { host, quick = false }: Looking) {
  const frame = () => scene.way.frame(scene.page);
  const isSaid = async () => !!(await readWords(frame(), scene.way.step)).sentence;
  // What has come before a fault begins is not asked for again.
  const isOver = async () => isLate(cell) && (await settledNow(frame())) === 'resolved';
  await waitUntil(async () => host.met() > 0 || (await isOver()));
  if (host.met() === 0) return;
  await waitUntil(async () => host.since() >= LOOK || (quick && (await isSaid())));
  await waitUntil(async () => {
    const done = await scene.way.isDone(frame());
    const seen = { shown: await shownNow(frame()), done, met: host.met() };
    return !mustSay(cell, seen) || (await isSaid());
  });
}

interface Looking {
  host: FaultyHost;
  quick?: boolean | undefined;
}

/** Keeps the errors of a page that nobody catches. */
function listen(page: Page): string[] {
  const uncaught: string[] = [];
  page.on('pageerror', ({ message }) => uncaught.push(message));
  return uncaught;
}

/** Lets all come as it should from now on, and tells what becomes of `settled()`. */
async function mend({ page, way }: Scene, host: FaultyHost): Promise<Settled> {
  host.mend();
  await page.context().setOffline(false);
  const frame = way.frame(page);
  // A frame may have come only after it was asked.
  if ((await settledNow(frame)) === 'none') await askToSettle(frame).catch(() => {});
  return settledLast(frame);
}

/** Runs one cell in a context of its own, and tells what its reader has seen. */
export async function runCell(cell: Cell, options: CellOptions): Promise<Seen> {
  const { resource } = cell;
  const { browser, site, references, quick } = options;
  const way = WAYS[resource.use];
  const context = await browser.newContext(WINDOW);
  const page = await context.newPage();
  const uncaught = listen(page);
  const host = await serveFaulty(site, () => context.setOffline(true));
  const scene: Scene = { page, way, references };
  const close = await open(scene, cell, host);
  await waitToLook(scene, cell, { host, quick });
  const after = Math.round(host.since() / 1000);
  const frame = () => way.frame(page);
  const words = await readWords(frame(), way.step);
  const { shown, wrong } = await look(scene);
  const done = await way.isDone(frame());
  const hasMoved = resource.measures || (way.covers && done);
  const picture = hasMoved ? undefined : wrong;
  const first = await settledNow(frame());
  const met = host.met();
  const then = await mend(scene, host);
  const healed = await heal(scene, resource);
  // A page that had no script then can be asked now.
  const last = then === 'none' ? await settledLast(frame()) : then;
  const settled: Seen['settled'] = [first, last];
  await context.close();
  await close();
  await host.close();
  const found = {
    shown,
    done,
    wrong: picture !== undefined,
    after,
    settled,
    healed,
    met,
    uncaught,
  };
  return { ...words, ...found, ...(picture && { picture }) };
}
