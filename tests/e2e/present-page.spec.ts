import { expect, type Page, test } from '@playwright/test';
import type { Message } from '../../src/present/protocol.ts';
import { openBarePage } from '../support/bare-page.ts';
import {
  CLASSROOM,
  desk,
  deskFollows,
  goTo,
  lessonOf,
  openNotes,
  panels,
} from '../support/present-page.ts';
import { saveData } from '../support/save-data.ts';

test.use({ viewport: CLASSROOM });

const BODY = '<map-story mode="present" src="./stories/stalin-korea/story.json"></map-story>';

test('a page of one’s own has a teacher’s window, which stays one until it is left', async ({
  page,
}) => {
  await saveData(page);
  await openBarePage(page, BODY);
  await panels(page).waitFor({ state: 'attached' });
  const notes = await openNotes(page);
  await expect(panels(notes)).toHaveCount(0);
  await notes.keyboard.press('n');
  await expect.poll(async () => (await lessonOf(page)).at.progress).toBe(1);
  await notes.reload();
  await deskFollows(notes);
  await goTo(page, 'yalu');
  await expect.poll(async () => (await lessonOf(notes)).at.step).toBe('yalu');

  await test.step('the class’s window that it opens is that', async () => {
    await page.goto('about:blank');
    const button = desk(notes).getByRole('button', { name: 'Open it' });
    const [screen] = await Promise.all([notes.waitForEvent('popup'), button.click()]);
    await panels(screen).waitFor({ state: 'attached' });
    await expect.poll(async () => (await lessonOf(screen)).at.step).toBe('yalu');
    await screen.close();
  });
  await notes.keyboard.press('p');
  await expect(desk(notes)).toHaveCount(0);
  await expect(notes.locator('map-story')).toHaveAttribute('mode', 'read');
  await notes.keyboard.press('p');
  await expect(panels(notes)).toHaveCount(1);
});

/** A channel that a page may have of its own: other windows hear what one of them stores. */
const OWN_CHANNEL = `<script>
  Object.assign(window, { calls: [], posted: [] });
  document.querySelector('map-story').openChannel = (name) => {
    calls.push('open ' + name);
    return {
      post(message) {
        posted.push(message);
        localStorage.setItem(name, JSON.stringify({ message, at: Math.random() }));
      },
      listen(listener) {
        const hear = ({ key, newValue }) => key === name && listener(JSON.parse(newValue).message);
        addEventListener('storage', hear);
        return () => removeEventListener('storage', hear);
      },
      close: () => calls.push('close'),
    };
  };
</script>`;

/** How many changes of the lesson that lead to a step a window of {@link OWN_CHANNEL} has told the others. */
const changesTo = (page: Page, step: string): Promise<number> =>
  page.evaluate((step) => {
    const { posted } = window as unknown as { posted: readonly Message[] };
    const clocks = posted.map((message) =>
      message.kind === 'lesson' && message.lesson.at.step === step ? message.clock : 0,
    );
    return new Set(clocks.filter((clock) => clock > 0)).size;
  }, step);

test('a page of one’s own may have a way of its own between its windows', async ({
  page: screen,
  context,
}) => {
  await saveData(screen);
  await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
  const other = await context.newPage();
  for (const page of [screen, other]) {
    await openBarePage(page, BODY + OWN_CHANNEL);
    await panels(page).waitFor({ state: 'attached' });
  }
  await goTo(screen, 'inchon');
  // Or a window that answers the first of two changes would be overruled by the second.
  expect(await changesTo(screen, 'inchon')).toBe(1);
  await expect.poll(async () => (await lessonOf(other)).at.step).toBe('inchon');
  await other.keyboard.press('n');
  await expect.poll(async () => (await lessonOf(screen)).at.step).toBe('north');
  await screen.keyboard.press('p');
  await expect(panels(screen)).toHaveCount(0);
  const calls = await screen.evaluate(() => (window as unknown as { calls: string[] }).calls);
  expect(calls).toEqual([expect.stringMatching(/^open legenda http.*story\.json$/), 'close']);
});
