import { expect, type Page, test } from '@playwright/test';
import { SHORTCUTS, type Shortcut } from '../../src/present/shortcuts.ts';
import * as pen from '../support/pen-keys.ts';
import * as screen from '../support/present-keys.ts';
import { CLASSROOM, goTo, lessonOf, openPresented, pressOf } from '../support/present-page.ts';

// One page for all keys: a map drawn by software takes seconds to come up.
let page: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: CLASSROOM,
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  await openPresented(page);
});
test.afterAll(() => page.context().close());

type Expectation = (page: Page, key: string) => Promise<void>;

const leadsTo =
  (place: string): Expectation =>
  (page, key) =>
    screen.expectsMove(page, key, place);

/** What each key of the table does; a row without an entry here does not compile. */
const EXPECTATIONS: Record<Shortcut['action'], Expectation | 'no key'> = {
  next: leadsTo('inchon 1'),
  previous: leadsTo('parallel 1'),
  first: leadsTo('kuntsevo 0'),
  last: leadsTo('sources 1'),
  goto: screen.expectsGoto,
  overview: screen.expectsOverview,
  fullscreen: screen.expectsFullScreen,
  notes: screen.expectsNotes,
  black: (page, key) => screen.expectsCover(page, key, 'black'),
  white: (page, key) => screen.expectsCover(page, key, 'white'),
  card: screen.expectsCards,
  questions: screen.expectsQuestions,
  autoplay: screen.expectsAutoplay,
  pointer: pen.expectsPointer,
  'move-pointer': pen.expectsPointerMove,
  draw: pen.expectsDrawing,
  erase: pen.expectsErasing,
  'press-pen': pen.expectsPenByKeys,
  keep: pen.expectsKeeping,
  help: screen.expectsHelp,
  leave: screen.expectsLeaving,
  // Asked for by the list of steps, the pen, the eraser and the clock.
  visit: 'no key',
  'draw-line': 'no key',
  'erase-lines': 'no key',
  'restart-clock': 'no key',
  'begin-again': 'no key',
};

for (const { keys, shown, action, does } of SHORTCUTS) {
  test(`${shown}: ${does}`, async () => {
    const expects = EXPECTATIONS[action];
    if (expects === 'no key') throw new Error(`Nothing is expected of ${action}.`);
    for (const key of keys) await test.step(key, () => expects(page, pressOf(key)));
  });
}

test('keys with Ctrl, Alt or Meta are the browser’s', async () => {
  await goTo(page, 'yalu');
  for (const held of ['Control', 'Alt', 'Meta']) await page.keyboard.press(`${held}+j`);
  expect((await lessonOf(page)).at.step).toBe('yalu');
});
