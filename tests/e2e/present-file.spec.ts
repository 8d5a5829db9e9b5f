import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { ROOT } from '../../scripts/packages.ts';
import {
  CLASSROOM,
  desk,
  deskFollows,
  lessonOf,
  openNotes,
  panels,
  penOf,
} from '../support/present-page.ts';
import { STORY_FILE, settled } from '../support/story-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'legenda-present-'));
const file = join(folder, 'story.html');
const address = pathToFileURL(file).href;

test.beforeAll(async () => {
  const args = ['bin/legenda.mjs', 'export', STORY_FILE, '--single-file', '-o', file];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** Presses a key in one window, and expects both to stand at a step's end. */
async function expectBothAt(
  pages: readonly [Page, Page],
  key: string,
  step: string,
): Promise<void> {
  await pages[0].keyboard.press(key);
  for (const page of pages) {
    await expect
      .poll(async () => (await lessonOf(page)).at)
      .toEqual({ step, progress: 1, travel: 0 });
    expect((await settled(page)).playhead).toEqual({ step, progress: 1, travel: 0 });
  }
}

test('the exported file presents in two windows without a network', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: CLASSROOM,
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
    offline: true,
  });
  // Browsers that have it between files, and those that do not, are to do alike.
  await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  const asked: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const screen = await context.newPage();
  await screen.goto(`${address}?present`);
  await panels(screen).waitFor({ state: 'attached' });
  await settled(screen);
  const notes = await openNotes(screen);
  expect(notes.url()).toBe(`${address}?notes#kuntsevo`);
  await expect(desk(notes).getByRole('group', { name: 'Notes' }).getByRole('listitem')).toHaveCount(
    2,
  );

  await test.step('moves come from both sides', async () => {
    await expectBothAt([screen, notes], 'End', 'sources');
    await notes.keyboard.press('Home');
    await expectBothAt([notes, screen], 'n', 'kuntsevo');
    await expectBothAt([screen, notes], 'n', 'thirty-years');
  });
  await test.step('the pointer is in both', async () => {
    await screen.mouse.move(600, 200);
    await screen.keyboard.press('l');
    await screen.mouse.move(620, 220);
    const { point } = await penOf(screen);
    expect(point).not.toBeNull();
    await expect.poll(async () => (await penOf(notes)).point).toEqual(point);
    await screen.keyboard.press('l');
  });
  await test.step('after the class’s window was loaded anew too', async () => {
    await screen.reload();
    await panels(screen).waitFor({ state: 'attached' });
    await deskFollows(notes);
    await expect.poll(async () => lessonOf(screen)).toEqual(await lessonOf(notes));
    await expectBothAt([notes, screen], 'n', 'kims-plan');
    await expectBothAt([screen, notes], 'n', 'parallel');
  });
  await test.step('and after the teacher’s window was', async () => {
    await notes.reload();
    await deskFollows(notes);
    await expect.poll(async () => lessonOf(notes)).toEqual(await lessonOf(screen));
    await expectBothAt([notes, screen], 'k', 'kims-plan');
    await expectBothAt([screen, notes], 'n', 'parallel');
  });
  const own = (url: string) => /^(data|blob):/.test(url) || url.split(/[?#]/)[0] === address;
  expect(asked.filter((url) => !own(url))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
