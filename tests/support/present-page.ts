import type { Locator, Page } from '@playwright/test';
import type { Frame } from '../../src/core/frame.ts';
import type { Playhead } from '../../src/core/playhead.ts';
import type { LngLat } from '../../src/core/story.ts';
import type {} from '../../src/elements/define.ts';
import type {} from '../../src/present/define-panels.ts';
import type {} from '../../src/present/define-present.ts';
import type { Lesson } from '../../src/present/lesson.ts';
import type { PenTool } from '../../src/present/story-pen.ts';
import { saveData } from './save-data.ts';
import { STORY, settled } from './story-page.ts';

/** A small window: a map drawn by software takes its time. */
export const CLASSROOM = { width: 960, height: 540 } as const;

/** What lies over the map in the window of the class. */
export const panels = (page: Page): Locator => page.locator('presenter-panels');

/** The teacher's window: all of it but the map. */
export const desk = (page: Page): Locator => page.locator('presenter-desk');

/** Opens the story as a class sees it, and waits for its map. `address` is what follows the page's own. */
export async function openPresented(page: Page, address = '?present'): Promise<void> {
  await page.goto(`${STORY}${address}`);
  await panels(page).waitFor({ state: 'attached' });
  await settled(page);
}

/** The same with stills only, in a browser that saves data: no map has to be drawn. */
export async function openPresentedStills(page: Page, address = '?present'): Promise<void> {
  await saveData(page);
  await openPresented(page, address);
}

/** Opens the teacher's window as a teacher does, and waits until it follows the lesson. */
export async function openNotes(page: Page): Promise<Page> {
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  await deskFollows(notes);
  await settled(notes);
  return notes;
}

/** Waits until a teacher's window knows of the class's. */
export async function deskFollows(notes: Page): Promise<void> {
  await desk(notes).getByText('The class’s window follows.').waitFor();
}

/** The name that Playwright has for a key of the table of shortcuts. */
export function pressOf(key: string): string {
  return key
    .replace(/ $/, 'Space')
    .replace(/^Shift\+(.)$/, (_, letter) => `Shift+${letter.toUpperCase()}`);
}

/** The lesson as a window has it. */
export function lessonOf(page: Page): Promise<Lesson> {
  return page.evaluate(() => {
    const root = document.querySelector('map-story')?.shadowRoot;
    const lesson =
      root?.querySelector('presenter-panels')?.lesson ??
      root?.querySelector('presenter-desk')?.lesson;
    if (!lesson) throw new Error('Nobody presents.');
    return lesson;
  });
}

/** Where a window of a lesson stands. */
export interface Standing {
  lesson: Lesson;
  playhead: Playhead | undefined;
  /** The day on its map, ISO date; `null` where it shows none. */
  date: string | null | undefined;
}

/** The lesson of a window, where its own playhead is, and the day on its map. */
export async function standingOf(page: Page): Promise<Standing> {
  const lesson = await lessonOf(page);
  const shown = await page.evaluate(() => {
    const { playhead, frame } = document.querySelector('map-story') ?? {};
    return { playhead, date: frame?.date };
  });
  return { lesson, ...shown };
}

/** Goes to the end of a step at once. */
export function goTo(page: Page, step: string, progress = 1): Promise<void> {
  return page.evaluate(
    ([step, progress]) => document.querySelector('map-story')?.seek(step, progress),
    [step, progress] as const,
  );
}

/** Every frame from now on, until {@link recorded} reads them. */
export function record(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: Frame[] = [];
    Object.assign(window, { seen });
    document.querySelector('map-story')?.addEventListener('story-frame', (event) => {
      seen.push((event as CustomEvent<Frame>).detail);
    });
  });
}

/** The frames that {@link record} has seen until now. */
export function recordedFrames(page: Page): Promise<Frame[]> {
  return page.evaluate(() => (window as unknown as { seen: Frame[] }).seen);
}

/** The places of the playhead that {@link record} has seen until now. */
export async function recorded(page: Page): Promise<Playhead[]> {
  return (await recordedFrames(page)).map(({ playhead }) => playhead);
}

/** What a window's hand holds, and what is on its map by hand. */
export interface PenState {
  tool: PenTool;
  /** Where the pointer is, degrees. */
  point: LngLat | null;
  /** Where its circle is drawn, and where the window's own map has that place; CSS pixels of the window. */
  drawn: [number, number] | undefined;
  expected: [number, number] | undefined;
  /** The same of all places of all lines. */
  lines: { drawn: [number, number][]; expected: [number, number][] };
}

/** Reads the pen of a window. */
export function penOf(page: Page): Promise<PenState> {
  return page.evaluate(async () => {
    const root = document.querySelector('map-story')?.shadowRoot;
    const pen = root?.querySelector('story-pen');
    const { stage, shadowRoot } = root?.querySelector('story-stage') ?? {};
    const canvas = shadowRoot?.querySelector('canvas')?.getBoundingClientRect();
    if (!pen || !stage || !canvas) throw new Error('There is no pen on a map.');
    await pen.updateComplete;
    const onMap = (at: LngLat): [number, number] | undefined => {
      const point = stage.project?.(at);
      return point && [canvas.left + point[0], canvas.top + point[1]];
    };
    const box = pen.getBoundingClientRect();
    const circle = pen.renderRoot.querySelector('[part=point]')?.getBoundingClientRect();
    const drawn = [...pen.renderRoot.querySelectorAll<SVGPolylineElement>('[part=line]')].flatMap(
      ({ points }) => [...points].map(({ x, y }): [number, number] => [box.left + x, box.top + y]),
    );
    const expected = pen.lines.flat().flatMap((at) => [onMap(at)].filter((point) => !!point));
    return {
      tool: pen.tool,
      point: pen.point,
      drawn: circle && [circle.x + circle.width / 2, circle.y + circle.height / 2],
      expected: pen.point ? onMap(pen.point) : undefined,
      lines: { drawn, expected },
    };
  });
}

/** Drags the mouse over the map from one point of the window to another. */
export async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
}
