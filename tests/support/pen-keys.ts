import { expect, type Page } from '@playwright/test';
import { drag, goTo, lessonOf, penOf } from './present-page.ts';
import { settled } from './story-page.ts';

const linesOf = async (page: Page): Promise<number> => (await lessonOf(page)).lines.length;

/** Draws a line over the map, with the pen that is taken up and put down again. */
async function drawLine(page: Page, y: number): Promise<void> {
  await page.keyboard.press('d');
  await drag(page, [520, y], [760, y + 60]);
  await page.keyboard.press('d');
}

/** CSS pixels that each arrow key moves the pointer. */
const ARROWS: Record<string, [dx: number, dy: number]> = {
  Left: [-24, 0],
  Right: [24, 0],
  Up: [0, -24],
  Down: [0, 24],
};

/** The key takes up the pointer, puts it down, and holds it as long as it is held. */
export async function expectsPointer(page: Page, key: string): Promise<void> {
  await page.mouse.move(500, 200);
  await page.keyboard.press(key);
  await page.mouse.move(620, 240);
  const { tool, drawn } = await penOf(page);
  expect(tool).toBe('pointer');
  expect(drawn).toEqual([expect.closeTo(620, 0), expect.closeTo(240, 0)]);
  await page.keyboard.press(key);
  expect(await penOf(page)).toMatchObject({ tool: 'none', point: null });
  // Held, it points as long as it is held.
  await page.keyboard.down(key);
  await page.waitForTimeout(400);
  expect((await penOf(page)).tool).toBe('pointer');
  await page.keyboard.up(key);
  expect((await penOf(page)).tool).toBe('none');
}

/** The key moves the pointer by its own way. */
export async function expectsPointerMove(page: Page, key: string): Promise<void> {
  const [dx, dy] = ARROWS[key.replace('Shift+Arrow', '')] ?? [0, 0];
  await page.keyboard.press('l');
  await page.mouse.move(600, 220);
  await page.mouse.move(610, 230);
  await page.keyboard.press(key);
  const { drawn, expected } = await penOf(page);
  expect(drawn).toEqual([expect.closeTo(610 + dx, 0), expect.closeTo(230 + dy, 0)]);
  expect(expected).toEqual(drawn?.map((each) => expect.closeTo(each, 0)));
  await page.keyboard.press('l');
}

/** The key takes up the pen and puts it down. */
export async function expectsDrawing(page: Page, key: string): Promise<void> {
  await goTo(page, 'inchon');
  await goTo(page, 'yalu');
  await page.keyboard.press(key);
  expect((await penOf(page)).tool).toBe('draw');
  await drag(page, [520, 150], [760, 260]);
  const { lines } = await penOf(page);
  expect(await linesOf(page)).toBe(1);
  expect(lines.drawn[0]).toEqual([expect.closeTo(520, 0), expect.closeTo(150, 0)]);
  await page.keyboard.press(key);
  expect((await penOf(page)).tool).toBe('none');
  await drag(page, [520, 200], [540, 220]);
  expect(await linesOf(page)).toBe(1);
}

/** The key takes up the eraser, which wipes out the lines that it touches and no others. */
export async function expectsErasing(page: Page, key: string): Promise<void> {
  await goTo(page, 'inchon');
  await goTo(page, 'yalu');
  await drawLine(page, 120);
  await drawLine(page, 300);
  await page.keyboard.press(key);
  await drag(page, [640, 110], [640, 190]);
  expect(await linesOf(page)).toBe(1);
  await drag(page, [640, 290], [640, 370]);
  expect(await linesOf(page)).toBe(0);
  await page.keyboard.press(key);
  expect((await penOf(page)).tool).toBe('none');
}

/** The key puts down a pen that keys have brought to its place, and lifts it; the same with the eraser. */
export async function expectsPenByKeys(page: Page, key: string): Promise<void> {
  await goTo(page, 'inchon');
  await goTo(page, 'yalu');
  await page.keyboard.press('d');
  // The first key brings it to the middle.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press(key);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press(key);
  await page.keyboard.press('Shift+ArrowDown');
  expect(await linesOf(page)).toBe(1);
  const { drawn, expected } = (await penOf(page)).lines;
  const [[x = 0, y = 0] = [], [toX = 0, toY = 0] = []] = [drawn[0], drawn.at(-1)];
  expect([toX - x, toY - y]).toEqual([expect.closeTo(4 * 24, 0), expect.closeTo(0, 0)]);
  expect(drawn).toEqual(expected.map(([x, y]) => [expect.closeTo(x, 0), expect.closeTo(y, 0)]));
  // The eraser begins in the middle, and goes up to the line.
  await page.keyboard.press('e');
  await page.keyboard.press(key);
  expect(await linesOf(page)).toBe(1);
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Shift+ArrowUp');
  expect(await linesOf(page)).toBe(0);
  await page.keyboard.press('e');
  expect((await penOf(page)).tool).toBe('none');
}

/** The key keeps what is drawn when the story goes on, and no longer. */
export async function expectsKeeping(page: Page, key: string): Promise<void> {
  await goTo(page, 'inchon');
  await goTo(page, 'yalu');
  await drawLine(page, 140);
  await page.keyboard.press(key);
  await page.keyboard.press('n');
  await settled(page);
  expect(await linesOf(page)).toBe(1);
  await page.keyboard.press(key);
  await page.keyboard.press('n');
  await settled(page);
  expect(await linesOf(page)).toBe(0);
}
