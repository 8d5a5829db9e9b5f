import { expect, type Page, test } from '@playwright/test';
import {
  CLASSROOM,
  drag,
  goTo,
  lessonOf,
  openNotes,
  openPresented,
  penOf,
} from '../support/present-page.ts';
import { settled } from '../support/story-page.ts';

test.use({ viewport: CLASSROOM });
test.describe.configure({ mode: 'serial' });

let screen: Page;
let notes: Page;

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    viewport: CLASSROOM,
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
  });
  screen = await context.newPage();
  await openPresented(screen);
  await goTo(screen, 'inchon');
  notes = await openNotes(screen);
});
test.afterAll(() => screen.context().close());

/** Expects that what is drawn by hand lies within a pixel of where the window’s map has it. */
async function expectInPlace(page: Page): Promise<void> {
  const { drawn, expected, lines } = await penOf(page);
  expect(lines.drawn.length).toBe(lines.expected.length);
  const pairs = lines.drawn.map((at, i) => [at, lines.expected[i]] as const);
  for (const [at, place] of [...pairs, [drawn, expected] as const]) {
    if (!at && !place) continue;
    expect(
      Math.hypot((at?.[0] ?? 0) - (place?.[0] ?? 0), (at?.[1] ?? 0) - (place?.[1] ?? 0)),
    ).toBeLessThan(1);
  }
}

for (const [name, own, other] of [
  ['the class’s window', () => screen, () => notes],
  ['the teacher’s window', () => notes, () => screen],
] as const) {
  test(`a pointer in ${name} is at the same place in the other`, async () => {
    const box = await own().locator('map-story canvas').boundingBox();
    const at = [
      (box?.x ?? 0) + (box?.width ?? 0) * 0.6,
      (box?.y ?? 0) + (box?.height ?? 0) * 0.4,
    ] as const;
    await own().mouse.move(at[0] - 20, at[1]);
    await own().keyboard.press('l');
    await own().mouse.move(...at);
    const here = await penOf(own());
    expect(here.drawn).toEqual([expect.closeTo(at[0], 0), expect.closeTo(at[1], 0)]);
    await expect.poll(async () => (await penOf(other())).point).toEqual(here.point);
    expect((await penOf(other())).drawn).toBeDefined();
    await expectInPlace(own());
    await expectInPlace(other());
    await own().keyboard.press('l');
    await expect.poll(async () => (await penOf(other())).point).toBeNull();
    expect((await penOf(other())).drawn).toBeUndefined();
  });
}

test('a line is in both windows, stays on its places, and goes with the step', async () => {
  await screen.keyboard.press('d');
  await drag(screen, [560, 150], [760, 260]);
  await screen.keyboard.press('d');
  const { lines } = await lessonOf(screen);
  expect(lines).toHaveLength(1);
  await expect.poll(async () => (await lessonOf(notes)).lines).toEqual(lines);
  await expectInPlace(screen);
  await expectInPlace(notes);

  await test.step('when a hand moves the map', async () => {
    const before = await penOf(screen);
    await drag(screen, [620, 120], [540, 160]);
    await expect
      .poll(async () => (await penOf(screen)).lines.drawn[0]?.[0])
      .toBeLessThan((before.lines.drawn[0]?.[0] ?? 0) - 40);
    await settled(screen);
    await expectInPlace(screen);
    await expectInPlace(notes);
  });

  await test.step('when it is kept and the story goes on', async () => {
    await notes.keyboard.press('Shift+D');
    const before = await penOf(screen);
    await notes.keyboard.press('n');
    await expect.poll(async () => (await lessonOf(screen)).at.step).toBe('north');
    await Promise.all([settled(screen), settled(notes)]);
    expect((await lessonOf(screen)).lines).toEqual(lines);
    await expectInPlace(screen);
    await expectInPlace(notes);
    expect((await penOf(screen)).lines.drawn).not.toEqual(before.lines.drawn);
  });

  await test.step('when the map is on its way', async () => {
    await screen.emulateMedia({ reducedMotion: 'no-preference' });
    await goTo(screen, 'inchon');
    await settled(screen);
    const most = await farthest(screen);
    expect(most.frames).toBeGreaterThan(5);
    expect(most.distance).toBeLessThan(1);
    await screen.emulateMedia({ reducedMotion: 'reduce' });
  });

  await test.step('and is gone when it is no longer kept', async () => {
    await screen.keyboard.press('Shift+D');
    await screen.keyboard.press('n');
    for (const page of [screen, notes]) {
      await expect.poll(async () => (await lessonOf(page)).lines).toEqual([]);
      expect((await penOf(page)).lines.drawn).toEqual([]);
    }
  });
});

/** Goes on, and measures in each frame how far the first line's start is drawn from its place. */
function farthest(page: Page): Promise<{ frames: number; distance: number }> {
  return page.evaluate(async () => {
    const story = document.querySelector('map-story');
    const pen = story?.shadowRoot?.querySelector('story-pen');
    const stage = story?.shadowRoot?.querySelector('story-stage')?.stage;
    const start = pen?.lines[0]?.[0];
    if (!story || !pen || !stage || !start) throw new Error('There is no line on a map.');
    const result = { frames: 0, distance: 0 };
    let ended = false;
    story.next();
    story.settled().then(() => {
      ended = true;
    });
    while (!ended) {
      await new Promise(requestAnimationFrame);
      await pen.updateComplete;
      const place = stage.project?.(start);
      const line = pen.renderRoot.querySelector<SVGPolylineElement>('[part=line]');
      const drawn = line?.points[0];
      if (!place || !drawn) continue;
      result.frames += 1;
      const distance = Math.hypot(drawn.x - place[0], drawn.y - place[1]);
      result.distance = Math.max(result.distance, distance);
    }
    return result;
  });
}
