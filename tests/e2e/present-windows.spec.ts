import { expect, type Page, test } from '@playwright/test';
import {
  CLASSROOM,
  desk,
  deskFollows,
  goTo,
  lessonOf,
  openNotes,
  openPresented,
  panels,
  type Standing,
  standingOf,
} from '../support/present-page.ts';
import { randomMoves } from '../support/random-moves.ts';
import { settled } from '../support/story-page.ts';

test.use({ viewport: CLASSROOM });
test.describe.configure({ mode: 'serial' });

// Both windows are those of one lesson from its begin to its end.
let screen: Page;
let notes: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: CLASSROOM,
    deviceScaleFactor: 0.5,
  });
  screen = await context.newPage();
  await openPresented(screen, '?present&minutes=40');
  notes = await openNotes(screen);
});
test.afterAll(() => notes.context().close());

/** Expects that the map of a teacher's window, come to rest, fills the place that the desk keeps for it. */
async function expectMapInPlace(window: Page): Promise<void> {
  await settled(window);
  const map = await window.locator('map-story canvas').boundingBox();
  const place = await desk(window).locator('.stage-area').boundingBox();
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    expect(map?.[side]).toBeCloseTo(place?.[side] ?? Number.NaN, -0.5);
  }
}

/** Expects that both windows come to rest at the same place; gives it. */
async function expectOneLesson(): Promise<Standing> {
  await expect.poll(async () => lessonOf(notes)).toEqual(await lessonOf(screen));
  await Promise.all([settled(screen), settled(notes)]);
  const standing = await standingOf(screen);
  expect(standing.playhead).toEqual(standing.lesson.at);
  expect(await standingOf(notes)).toEqual(standing);
  return standing;
}

test('the teacher’s window has the map, the notes, the questions and the time', async () => {
  await expect(notes).toHaveURL(/\?minutes=40&notes#kuntsevo$/);
  await expect(desk(notes).getByRole('heading', { level: 1 })).toHaveText('A dacha outside Moscow');
  const words = desk(notes).getByRole('group', { name: 'Notes' });
  await expect(words.getByRole('listitem').first()).toHaveText(
    'Why does the date of this death depend on where you stand?',
  );
  await expect(words).toContainText('Guidance: let the class separate');
  await expect(desk(notes).getByRole('term')).toHaveText(['Now', 'Gone', 'Left of 40 min']);
  await expect(desk(notes).getByRole('definition').last()).toHaveText('40:00');
  await expectMapInPlace(notes);
});

test('the map has its place, whether or not the desk says in time where that is', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), viewport: CLASSROOM });
  await context.addInitScript(() => {
    const { observe } = ResizeObserver.prototype;
    ResizeObserver.prototype.observe = function (element, options) {
      if (!element.matches('.stage-area, header')) observe.call(this, element, options);
    };
  });
  const page = await context.newPage();
  await openPresented(page);
  await expectMapInPlace(await openNotes(page));
  await context.close();
});

for (const [count, often] of [
  [16, ''],
  [200, ' @long'],
] as const) {
  test(`both windows stand at one place after ${count} moves from either${often}`, async () => {
    const moves = await randomMoves({ screen, notes, count, seed: 1953 });
    console.log(`moves: ${JSON.stringify(moves)}`);
    await expectOneLesson();
  });
}

test('a press that ends the move of the class’s window skips nothing in the teacher’s', async () => {
  await notes.emulateMedia({ reducedMotion: 'reduce' });
  await goTo(screen, 'yalu');
  await expectOneLesson();
  await notes.keyboard.press('n');
  // There at once for the teacher, on its way for the class.
  await expect(desk(notes).getByRole('button', { name: 'Next' })).toHaveText(/ends the move/);
  await notes.keyboard.press('n');
  const { lesson } = await expectOneLesson();
  expect([lesson.at.step, lesson.played]).toEqual(['first-clash', false]);
  await expect(desk(notes).getByRole('button', { name: 'Next' })).not.toHaveText(/ends the move/);
  await notes.emulateMedia({ reducedMotion: 'no-preference' });
});

test('a window that is loaded anew takes over where the other stands', async () => {
  await goTo(screen, 'inchon');
  await screen.keyboard.press('c');
  const before = await expectOneLesson();
  await screen.reload();
  await panels(screen).waitFor({ state: 'attached' });
  await deskFollows(notes);
  expect(await expectOneLesson()).toEqual(before);
  await notes.keyboard.press('n');
  const after = await expectOneLesson();
  expect(after.lesson.at.step).toBe('north');
  await notes.reload();
  await deskFollows(notes);
  expect(await expectOneLesson()).toEqual(after);
});

test('a teacher’s window that is closed and opened again takes over where the class’s stands', async () => {
  await notes.close();
  await screen.keyboard.press('k');
  notes = await openNotes(screen);
  const { lesson } = await expectOneLesson();
  expect(lesson.at.step).toBe('inchon');
});

test('the desk says when the class’s window is closed, and opens it again', async () => {
  const before = await expectOneLesson();
  await screen.close();
  // At once: who only falls silent is missed after six seconds.
  const closed = desk(notes).getByText('The class’s window is closed.');
  await expect(closed).toBeVisible({ timeout: 4000 });
  const button = desk(notes).getByRole('button', { name: 'Open it' });
  [screen] = await Promise.all([notes.waitForEvent('popup'), button.click()]);
  await deskFollows(notes);
  await expect(button).toHaveCount(0);
  expect(await expectOneLesson()).toEqual(before);
  await screen.keyboard.press('b');
  await expect(desk(notes).getByText('The class sees a black screen.')).toBeVisible();
});
