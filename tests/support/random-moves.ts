import type { Page } from '@playwright/test';
import { desk } from './present-page.ts';

/** What {@link randomMoves} makes. */
export interface RandomMovesOptions {
  /** The window of the class, and the teacher's. */
  screen: Page;
  notes: Page;
  count: number;
  /** The same seed makes the same moves. */
  seed: number;
}

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Keys that change the lesson and open nothing; those that go on come more often. */
const KEYS = 'Space n j ArrowRight Space n k ArrowLeft Home End c q b w Shift+D'.split(' ');
const BUTTONS = ['Next', 'Previous', 'Black', 'Questions', 'Keep'];

/**
 * Makes moves in both windows, by keys and by the desk's buttons, without waiting for either map.
 * Gives how many there were of each.
 */
export async function randomMoves(options: RandomMovesOptions): Promise<Record<string, number>> {
  const { screen, notes, count, seed } = options;
  const random = createRandom(seed);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const press = async (label: string): Promise<void> => {
    // A click by hand waits for the picture, which is what this is not to do.
    await desk(notes).getByRole('button', { name: label }).first().dispatchEvent('click');
  };
  const visit = async (): Promise<void> => {
    const steps = desk(notes).getByRole('navigation', { name: 'Steps' }).getByRole('button');
    await steps.nth(Math.floor(random() * (await steps.count()))).dispatchEvent('click');
  };
  const made: Record<string, number> = {};
  for (let i = 0; i < count; i += 1) {
    const kind = oneOf(['screen key', 'screen key', 'desk key', 'desk key', 'button', 'step']);
    made[kind] = (made[kind] ?? 0) + 1;
    if (kind === 'button') await press(oneOf(BUTTONS));
    else if (kind === 'step') await visit();
    else await (kind === 'desk key' ? notes : screen).keyboard.press(oneOf(KEYS));
  }
  return made;
}
