import type { Page } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import { scrollToY, scrollY, seek, settled, stepIds } from './story-page.ts';

/** A place in the story: `progress` of a step read, or some way on from it to the next step. */
export interface Place {
  step: string;
  progress?: number;
  /** 0 at this step's end, 1 at the next one's start, along the page. */
  onward?: number;
}

/** A place found on the page, in the window it was found in. */
export interface FoundPlace extends Place {
  name: string;
  /** The scroll position, CSS pixels. */
  y: number;
  frame: Frame;
}

/** Twelve places in reading order: steps begun, half read and read, and the ways between them. */
export const PLACES: readonly Place[] = [
  { step: 'kuntsevo', progress: 0.5 },
  { step: 'kims-plan', progress: 0.25 },
  { step: 'kims-plan', onward: 0.5 },
  { step: 'parallel', progress: 0 },
  { step: 'inchon', progress: 1 },
  { step: 'north', onward: 0.4 },
  { step: 'yalu', progress: 0 },
  { step: 'yalu', progress: 0.5 },
  { step: 'yalu', onward: 0.6 },
  { step: 'supply', progress: 0 },
  { step: 'last-days', onward: 0.5 },
  { step: 'armistice', progress: 0.9 },
];

/** Whether a place is the start of its step, which a link can name. */
export const isStart = ({ progress }: Place): boolean => progress === 0;

async function yOf(page: Page, { step, progress, onward }: Place): Promise<number> {
  await seek(page, step, onward === undefined ? progress : 1);
  const from = await scrollY(page);
  if (onward === undefined) return from;
  const ids = await stepIds(page);
  await seek(page, ids[ids.indexOf(step) + 1] ?? step, 0);
  return Math.round(from + onward * ((await scrollY(page)) - from));
}

/** Finds the places on an open story, in the window as it is. */
export async function findPlaces(page: Page): Promise<FoundPlace[]> {
  const found: FoundPlace[] = [];
  for (const place of PLACES) {
    const y = await yOf(page, place);
    const frame = await scrollToY(page, y);
    const { step, progress, onward } = place;
    const name = onward === undefined ? `${step}:${progress}` : `${step}+${onward}`;
    found.push({ ...place, name, y, frame });
  }
  return found;
}

/** Scrolls to `y` in small strides, one a picture, as a patient reader would; then settles. */
export async function scrollSlowly(
  page: Page,
  y: number,
  { stride = 200 }: { stride?: number } = {},
): Promise<Frame> {
  await page.evaluate(
    async ({ y, stride }) => {
      for (let before = Number.NaN; before !== window.scrollY; ) {
        before = window.scrollY;
        const rest = y - before;
        const top = before + Math.sign(rest) * Math.min(stride, Math.abs(rest));
        window.scrollTo({ top, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
      }
    },
    { y, stride },
  );
  return settled(page);
}
