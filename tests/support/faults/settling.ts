import type { Frame } from '@playwright/test';
import type {} from '../../../src/elements/define.ts';
import { waitUntil } from './wait-until.ts';

/** What became of `settled()`; `none` where there is no story that could be asked. */
export type Settled = 'resolved' | 'rejected' | 'waits' | 'none';

declare global {
  interface Window {
    /** What has become of the `settled()` that a reader's cell has asked for. */
    asked?: Settled;
  }
}

/** How long `settled()` may take at most, milliseconds, as docs/use.md says; and some more for a slow machine. */
const LONGEST = 60_000 + 30_000;

/** Asks the story to settle, as soon as it can be asked. Does not wait for that. */
export async function askToSettle(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const say = (asked: Settled) => () => Object.assign(window, { asked });
    const ask = (): void => {
      const story = document.querySelector('map-story');
      if (story) say('waits')();
      story?.settled().then(say('resolved'), say('rejected'));
    };
    say('none')();
    customElements.whenDefined('map-story').then(ask);
  });
}

/** What has become of it by now. */
export const settledNow = (frame: Frame): Promise<Settled> =>
  frame.evaluate(() => window.asked ?? 'none').catch(() => 'none');

/** What becomes of it in the end. Of a page that has no script to ask nothing is awaited. */
export async function settledLast(frame: Frame): Promise<Settled> {
  let last: Settled = 'waits';
  await waitUntil(async () => {
    last = await settledNow(frame);
    return last !== 'waits';
  }, LONGEST);
  return last;
}

/** Lets the story settle, whatever that takes. Throws where it does not. */
export async function settle(frame: Frame): Promise<void> {
  const ask = () =>
    frame.evaluate(async () => {
      await customElements.whenDefined('map-story');
      await document.querySelector('map-story')?.settled();
      return true;
    });
  if (!(await waitUntil(ask))) throw new Error('The story does not settle.');
}
