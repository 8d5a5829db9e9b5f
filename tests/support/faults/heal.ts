import type { Frame, Page } from '@playwright/test';
import type { Resource } from './resources.ts';
import { askToSettle } from './settling.ts';
import { PLACES, type Way } from './uses.ts';
import { PATIENCE, waitUntil } from './wait-until.ts';
import { difference, readWords, type Shown, shownNow, stagePicture } from './what-is-seen.ts';

/** The picture of a step where nothing is amiss: as the live map has it, and as a still. */
export interface References {
  live: Buffer;
  still: Buffer;
}

/** A reader on a page, and what they do there. */
export interface Scene {
  page: Page;
  way: Way;
  references: References;
}

/** How a story came to be whole again. */
export type Healing = 'by itself' | 'at the next step' | 'by its button' | 'by a reload' | 'never';

/** The share of pixels that may differ: the letters of two maps are packed in another order. */
const SAME = 0.004;

/** How long something is waited for that heals in another way just as well, milliseconds. */
const SHORT = 8000;

/** What is shown, and its picture where that is not the step's. The map may take the still's place meanwhile: then it is looked at again. */
export async function look(scene: Scene): Promise<{ shown: Shown; wrong?: Buffer }> {
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

/** Goes to a step, where there is a story that can. A page without its style may not be high enough to scroll there. */
export async function seekTo(frame: Frame, step: string, most = PATIENCE): Promise<void> {
  const isThere = await frame.evaluate((step) => {
    const story = document.querySelector('map-story');
    story?.seek?.(step);
    return !!story?.frame;
  }, step);
  const isAt = () =>
    frame.evaluate((step) => document.querySelector('map-story')?.frame?.step === step, step);
  if (isThere) await waitUntil(isAt, most);
}

/** Goes away and comes back, as a reader does, or presses again. */
async function goOn({ page, way }: Scene): Promise<void> {
  const frame = way.frame(page);
  if (way.press) return way.press(page).catch(() => {});
  if (way.step !== PLACES.at) return;
  await seekTo(frame, PLACES.before, SHORT).catch(() => {});
  await seekTo(frame, PLACES.at, SHORT).catch(() => {});
}

/** Loads the page anew, by its button where it offers one. Gives how. */
async function reload({ page, way }: Scene): Promise<Healing> {
  const button = way.frame(page).getByRole('button', { name: /reload/i });
  const offered = await button.isVisible().catch(() => false);
  if (offered) await button.click();
  else await page.reload({ waitUntil: 'commit' });
  await waitUntil(() => way.frame(page).evaluate(() => !!customElements.get('map-story')));
  await askToSettle(way.frame(page)).catch(() => {});
  if (way.press) await way.press(page).catch(() => {});
  return offered ? 'by its button' : 'by a reload';
}

/** Waits until a reader has all again, from when the resource comes as it should; a reader tries one thing after another. */
export async function heal(scene: Scene, resource: Resource): Promise<Healing> {
  const well = (most: number) => waitUntil(() => isWell(scene), most);
  const patience = resource.silent ? SHORT : PATIENCE;
  if (await well(scene.way.press ? SHORT : patience)) return 'by itself';
  await goOn(scene);
  if (await well(patience)) return 'at the next step';
  const how = await reload(scene);
  return (await well(PATIENCE)) ? how : 'never';
}
