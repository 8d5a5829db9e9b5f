import { expect, type Page, test } from '@playwright/test';
import type { Story } from '../../src/core/story.ts';
import { openBarePage } from '../support/bare-page.ts';
import { saveData } from '../support/save-data.ts';
import { STORY, settled } from '../support/story-page.ts';

test.use({ viewport: { width: 800, height: 500 } });

/** What may come in a story's place, made of the right one. */
const TAMPERED: Readonly<Record<string, (story: Story) => unknown>> = {
  'steps: [null]': (story) => ({ ...story, steps: [null] }),
  '{}': () => ({}),
  'a number': () => 42,
  'another version': (story) => ({ ...story, version: 2 }),
  'a kind that is none': (story) => withFirst(story, 'layers', { kind: 'lightning' }),
  'a layer without data': (story) => withFirst(story, 'layers', { data: '__proto__' }),
  'a camera that is none': (story) => withFirst(story, 'steps', { camera: { wide: {}, phone: 1 } }),
  'data that are none': (story) => ({
    ...story,
    data: { ...story.data, 'korea/land': { features: 1 } },
  }),
  'text that is none': (story) => withFirst(story, 'steps', { html: { toString: 1 } }),
  'a dated line without a date': (story) => ({
    ...story,
    data: Object.fromEntries(
      Object.entries(story.data).map(([key, data]) => [
        key,
        { ...data, features: data.features.map((each) => ({ ...each, properties: {} })) },
      ]),
    ),
  }),
};

function withFirst(story: Story, list: 'layers' | 'steps', other: object): unknown {
  const [first, ...rest] = story[list];
  return { ...story, [list]: [{ ...first, ...other }, ...rest] };
}

const message = (page: Page) => page.locator('map-story').getByRole('alert');

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return errors;
}

test('a damaged story’s file is told in a sentence, and the text stays', async ({ page }) => {
  await saveData(page);
  const errors = watchErrors(page);
  const right: Story = await (await page.request.get(`${STORY}story.json`)).json();
  await page.route(/story\.json/, (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).search.slice(1));
    return route.fulfill({ json: (TAMPERED[name] ?? (() => null))(right) });
  });
  await page.goto(STORY);
  await expect(message(page)).toContainText('damaged, or is not a story that this version');
  for (const name of Object.keys(TAMPERED)) {
    const told = page.evaluate((name) => {
      const story = document.querySelector('map-story');
      return new Promise((resolve) => {
        story?.addEventListener('story-error', (event) => resolve((event as CustomEvent).detail), {
          once: true,
        });
        if (story) story.story = undefined;
        if (story) story.src = `./story.json?${name}`;
      });
    }, name);
    expect.soft(await told, name).toContain('damaged, or is not a story that this version');
    await expect.soft(message(page), name).toContainText('damaged');
    await expect.soft(message(page).getByRole('button', { name: 'Reload' }), name).toBeVisible();
    await expect.soft(page.getByRole('heading', { name: 'Across the Yalu' }), name).toBeAttached();
    const settles = page.evaluate(() => document.querySelector('map-story')?.settled());
    await expect.soft(settles, name).rejects.toThrow(/damaged/);
  }
  expect(errors).toEqual([]);
});

test('a story’s file that is whole at last is taken, and the sentence goes', async ({ page }) => {
  await saveData(page);
  let asked = 0;
  await page.route(/story\.json$/, (route) => {
    asked += 1;
    return asked < 3 ? route.fulfill({ status: 200, body: '{"version":1,"ste' }) : route.continue();
  });
  await page.goto(STORY);
  await expect(message(page)).toContainText('damaged');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('map-story')?.frame?.step))
    .toBe('kuntsevo');
  await expect(message(page)).toBeEmpty();
});

test('what a script sets as a story is checked too', async ({ page }) => {
  await saveData(page);
  const errors = watchErrors(page);
  await openBarePage(page, '<map-story><p>Text.</p></map-story>');
  for (const value of ['{ steps: [null] }', '42', '"story"', '[]', '{ version: 1, steps: [{}] }']) {
    const kept = await page.evaluate((value) => {
      const story = document.querySelector('map-story');
      if (story) story.story = new Function(`return ${value}`)();
      return story?.story;
    }, value);
    expect.soft(kept, value).toBeUndefined();
    await expect.soft(message(page), value).toContainText('damaged');
  }
  expect(errors).toEqual([]);
});

test.describe('before the story has loaded', () => {
  /** A page whose story comes when the returned function is called. */
  async function openLate(page: Page): Promise<() => void> {
    await saveData(page);
    let come = (): void => {};
    const wanted = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route(/story\.json$/, async (route) => {
      await wanted;
      await route.continue();
    });
    await page.goto(STORY);
    await page.evaluate(() => customElements.whenDefined('map-story').then(() => {}));
    return come;
  }

  test('seek, next and previous wait, and are done in their order', async ({ page }) => {
    const come = await openLate(page);
    const done = page.evaluate(async () => {
      const story = document.querySelector('map-story');
      const moves = [story?.seek('yalu'), story?.next(), story?.next(), story?.previous()];
      await Promise.all(moves);
    });
    come();
    await done;
    const ids = await page.evaluate(
      () => document.querySelector('map-story')?.story?.steps.map(({ id }) => id) ?? [],
    );
    expect((await settled(page)).step).toBe(ids[ids.indexOf('yalu') + 1]);
  });

  test('a step that does not exist is told when the story is there', async ({ page }) => {
    const come = await openLate(page);
    const told = page.evaluate(async () => {
      const story = document.querySelector('map-story');
      const events: unknown[] = [];
      story?.addEventListener('story-error', (event) => events.push((event as CustomEvent).detail));
      const error = await story
        ?.seek('nowhere')
        .catch((error: Error) => `${error.name}: ${error.message}`);
      await story?.seek('yalu');
      return { error, events };
    });
    come();
    const said = 'This story has no step "nowhere".';
    expect(await told).toEqual({ error: `RangeError: ${said}`, events: [said] });
    expect((await settled(page)).step).toBe('yalu');
    await expect(message(page)).toBeEmpty();
  });

  test('settled ends within its minute where nothing ever comes', async ({ page }) => {
    await page.clock.install();
    await page.route(/story\.json$/, () => {});
    await page.goto(STORY);
    await page.evaluate(() => customElements.whenDefined('map-story').then(() => {}));
    const settles = page.evaluate(() =>
      document
        .querySelector('map-story')
        ?.settled()
        .then(
          () => 'resolved',
          ({ message }: Error) => message,
        ),
    );
    await page.clock.runFor(61_000);
    expect(await settles).toMatch(/could not be loaded|within a minute/);
  });
});
