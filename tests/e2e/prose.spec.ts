import { expect, type Frame, type Page, test } from '@playwright/test';
import { emitHandout } from '../../src/compiler/emit-handout.ts';
import { PAPERS } from '../../src/compiler/handout-style.ts';
import { type HostServer, serveHost, storyFrame } from '../support/host-page.ts';
import { outside, tooWide } from '../support/outside.ts';
import { type ProseSite, serveProse } from '../support/prose-site.ts';
import { saveData } from '../support/save-data.ts';

type Size = readonly [width: number, height: number];

/** A phone and a screen in each run, and the others in the long one. */
const SIZES: readonly Size[] = [
  [390, 844],
  [1366, 768],
];
const MORE: readonly Size[] = [
  [320, 568],
  [720, 450],
  [768, 1024],
  [1024, 768],
  [1920, 1080],
];

/** Everything that a card may hold: a step's text, and what the story opens with. */
const CARDS = { inside: 'story-step', place: '.card, story-step:not(:defined)' };
const HEADER = { inside: 'header[slot]', place: 'header[slot], html' };

/** A page that hates every element it does not know. */
const ANGRY = `img { border: 9px solid lime; width: 900px; height: 40px; max-width: none }
table { width: 2000px; display: inline-table } p { font-size: 40px } pre { white-space: normal; font-size: 40px }
figure { position: fixed; inset: 0 } * { letter-spacing: 2px }`;

let site: ProseSite;
let host: HostServer;

test.beforeAll(async () => {
  site = await serveProse();
  const page = await (await fetch(`${site.url}stories/prose/`)).text();
  const [script = ''] = page.match(/<script type="module"[^>]*><\/script>/) ?? [];
  host = await serveHost(`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Another page</title>
<link rel="icon" href="data:,"><style>body { margin: 0 } ${ANGRY}</style>
${script.replaceAll('../../', site.url)}<script type="module" src="${site.url}embed.js"></script></head>
<body><h1>Another page</h1><template id="story"><map-story src="${site.url}stories/prose/story.json"></map-story></template>
<template id="frame"><legenda-embed story="${site.url}stories/prose/"></legenda-embed></template>
<script>const { content } = document.getElementById(location.search.slice(1)); document.body.append(content)</script>
</body></html>`);
});
test.afterAll(async () => {
  await host.close();
  await site.close();
});

/** Waits until a story has begun. */
async function begun(page: Page | Frame): Promise<void> {
  await page.waitForFunction(() => document.querySelector('map-story')?.frame !== undefined);
}

/** Opens the story on its own page, with stills: what is looked at is its text. */
async function openProse(page: Page): Promise<void> {
  await saveData(page);
  await page.goto(`${site.url}stories/prose/`);
  await begun(page);
}

/** Goes to a step at once. */
const go = (page: Page | Frame, step: string, progress = 0): Promise<void> =>
  page.evaluate(([step, progress]) => document.querySelector('map-story')?.seek(step, progress), [
    step,
    progress,
  ] as const);

/** Sets the window's size, and waits until the story has been laid out for it. */
async function resize(page: Page, [width, height]: Size): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    (width) =>
      new Promise<void>((done) => {
        const look = (): void => {
          // The story takes its size in the frame after the window has.
          if (innerWidth === width)
            requestAnimationFrame(() => requestAnimationFrame(() => done()));
          else requestAnimationFrame(look);
        };
        look();
      }),
    width,
  );
}

for (const [sizes, tag] of [
  [SIZES, ''],
  [MORE, ' @long'],
] as const) {
  test(`case 20: nothing that is read is wider than its card${tag}`, async ({ page }) => {
    await openProse(page);
    for (const size of sizes) {
      await resize(page, size);
      expect(await outside(page, CARDS), `${size}`).toEqual([]);
      expect(await outside(page, HEADER), `${size}`).toEqual([]);
      // The reader's mark is at the right end of the timeline there.
      await go(page, 'end', 1);
      expect(await tooWide(page), `${size}`).toBe(0);
    }
  });

  test(`case 20: nothing that is presented is wider than its card${tag}`, async ({ page }) => {
    await openProse(page);
    await page.locator('map-story').evaluate((story) => story.setAttribute('mode', 'present'));
    await page.locator('presenter-panels').waitFor({ state: 'attached' });
    for (const size of sizes) {
      await resize(page, size);
      for (const { id } of site.story.steps) {
        await go(page, id, 0.5);
        await expect(page.locator(`story-step#${id}`)).toBeVisible();
        expect(await outside(page, { ...CARDS, place: '.text' }), `${size} ${id}`).toEqual([]);
      }
      // Every picture is seen whole, with the heading of its card.
      const tallest = await page
        .locator('story-step img')
        .evaluateAll((images) =>
          Math.max(...images.map((image) => image.getBoundingClientRect().height)),
        );
      expect(tallest).toBeLessThan(size[1] * 0.5);
      expect(await tooWide(page), `${size}`).toBe(0);
    }
  });

  test(`case 20: nothing in the teacher’s notes is wider than their place${tag}`, async ({
    page,
  }) => {
    await openProse(page);
    await page.locator('map-story').evaluate((story) => story.setAttribute('mode', 'notes'));
    await go(page, 'notes', 1);
    await expect(page.locator('.notes-text img')).toBeAttached();
    for (const size of sizes) {
      await resize(page, size);
      const notes = { inside: '.notes-text', place: '.notes' };
      expect(await outside(page, notes), `${size}`).toEqual([]);
      const { x, width } = (await page.locator('.notes').boundingBox()) ?? { x: -1, width: 0 };
      expect(x, `${size}`).toBeGreaterThanOrEqual(0);
      expect(x + width, `${size}`).toBeLessThanOrEqual(size[0]);
      expect(await tooWide(page), `${size}`).toBe(0);
    }
  });

  test(`case 20: nothing in an embedded story is wider than its card${tag}`, async ({ page }) => {
    await saveData(page);
    await page.goto(`${host.url}?frame`);
    const frame = await storyFrame(page);
    await begun(frame);
    for (const size of sizes) {
      await page.setViewportSize({ width: size[0], height: size[1] });
      await frame.waitForFunction((width) => innerWidth === width, size[0]);
      expect(await outside(frame, CARDS), `${size}`).toEqual([]);
      expect(await tooWide(frame), `${size}`).toBe(0);
    }
  });

  test(`case 20: on a page with a style of its own nothing is wider than its card${tag}`, async ({
    page,
  }) => {
    await saveData(page);
    await page.goto(`${host.url}?story`);
    await begun(page);
    for (const size of sizes) {
      await resize(page, size);
      expect(await outside(page, CARDS), `${size}`).toEqual([]);
      await go(page, 'end', 1);
      expect(await tooWide(page), `${size}`).toBe(0);
    }
  });

  test(`case 20: without script nothing is wider than its card${tag}`, async ({ page }) => {
    // The page's own script may not run; what measures it may.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${site.url}stories/prose/`);
    for (const size of sizes) {
      await resize(page, size);
      expect(await outside(page, CARDS), `${size}`).toEqual([]);
      expect(await outside(page, HEADER), `${size}`).toEqual([]);
      expect(await tooWide(page), `${size}`).toBe(0);
    }
  });
}

test('case 20: nothing in a handout is wider than its page', async ({ page }) => {
  for (const notes of [false, true]) {
    const layout = { paper: 'a4', notes } as const;
    const html = emitHandout(site.story, {
      ...layout,
      stills: new Map(site.story.steps.map(({ id }) => [id, `${site.url}stories/prose/cover.svg`])),
      fontSheets: [],
      credit: 'Credit',
      folder: `${site.url}stories/prose/`,
    });
    await page.emulateMedia({ media: 'print' });
    // What the margins leave of the paper's width.
    const width = Math.floor(((PAPERS.a4.width - 36) / 25.4) * 96);
    await page.setViewportSize({ width, height: 1000 });
    await page.setContent(html);
    expect(await outside(page, { inside: 'body', place: 'article, body' })).toEqual([]);
    expect(await tooWide(page)).toBe(0);
  }
});

test('case 20: nothing on a printed page is wider than the paper', async ({ page }) => {
  await openProse(page);
  await page.emulateMedia({ media: 'print' });
  await resize(page, [672, 1000]);
  expect(await outside(page, { inside: 'map-story', place: 'story-step, header' })).toEqual([]);
});

/** The heights of all steps, and the size of each picture. */
const roomOf = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const boxes = [...document.querySelectorAll('story-step, story-step img')];
    return boxes.map((box) => {
      const { width, height } = box.getBoundingClientRect();
      return `${box.id || box.getAttribute('src')}: ${width.toFixed(1)} x ${height.toFixed(1)}`;
    });
  });

test('case 18: the room of a picture is kept before it loads, so that no text moves', async ({
  page,
}) => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/images/*', async (route) => {
    await released;
    await route.continue();
  });
  await saveData(page);
  await page.goto(`${site.url}stories/prose/`, { waitUntil: 'domcontentloaded' });
  await begun(page);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  for (const size of SIZES) {
    await resize(page, size);
    const before = await roomOf(page);
    if (size === SIZES[0]) {
      release();
      await page.locator('story-step img').evaluateAll((images) =>
        Promise.all(
          (images as HTMLImageElement[]).map((image) => {
            image.loading = 'eager';
            return image.decode();
          }),
        ),
      );
      expect(await roomOf(page)).toEqual(before);
    }
  }
});

test('case 18: a wide picture is as wide as its card, and a tall one is seen whole', async ({
  page,
}) => {
  await openProse(page);
  for (const size of SIZES) {
    await resize(page, size);
    const [wide, tall] = await page.locator('story-step#pictures img').evaluateAll((images) =>
      images.slice(0, 2).map((image) => {
        const { width, height } = image.getBoundingClientRect();
        return { width, height, room: image.parentElement?.getBoundingClientRect().width };
      }),
    );
    expect(wide?.width).toBe(wide?.room);
    expect(wide?.height).toBeCloseTo((wide?.width ?? 0) / 1.6, 0);
    expect(tall?.height).toBeLessThan(size[1] * 0.71);
  }
});

test('case 22: the words of a picture that does not come stand in its card', async ({ page }) => {
  await page.route('**/images/*', (route) => route.fulfill({ status: 404 }));
  await openProse(page);
  for (const size of SIZES) {
    await resize(page, size);
    await go(page, 'pictures');
    const picture = page.locator('story-step#pictures img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect(picture).toHaveAccessibleName(/^A picture with long words/);
    expect(await outside(page, CARDS)).toEqual([]);
  }
});

test('case 19: on another page pictures and links lead beside the story’s file', async ({
  page,
}) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await saveData(page);
  await page.goto(`${host.url}?story`);
  await begun(page);
  const images = page.locator('story-step img');
  expect(await images.count()).toBeGreaterThan(10);
  await images.evaluateAll((all) =>
    Promise.all(
      (all as HTMLImageElement[]).map((image) => {
        image.loading = 'eager';
        return image.decode();
      }),
    ),
  );
  const file = page.getByRole('link', { name: 'a file beside it' });
  await expect(file).toHaveAttribute('href', `${site.url}stories/prose/images/drawing.svg`);
  expect(missing).toEqual([]);
  // A link to a step leads there, though it is in a shadow root.
  await page
    .getByRole('link', { name: 'another step' })
    .evaluate((link) => (link as HTMLElement).click());
  await page.waitForFunction(() => document.querySelector('map-story')?.playhead?.step === 'lists');
  // So does one to a note.
  const note = page.locator('story-step#raw .sources li').first();
  await page
    .locator('story-step#raw .footnote-ref a')
    .first()
    .evaluate((link) => (link as HTMLElement).click());
  await expect(note).toBeFocused();
});

test('case 19: the pictures in a teacher’s notes lie beside the story’s file', async ({ page }) => {
  await saveData(page);
  await page.goto(`${host.url}?story`);
  await begun(page);
  await page.locator('map-story').evaluate((story) => story.setAttribute('mode', 'notes'));
  await go(page, 'notes', 1);
  const picture = page.locator('.notes-text img');
  await picture.evaluate((image) => (image as HTMLImageElement).decode());
  await expect(picture).toHaveAttribute('src', `${site.url}stories/prose/images/wide.jpg`);
});

test('case 23: the cells of a table are aligned as they were written', async ({ page }) => {
  await openProse(page);
  const alignments = async (): Promise<string[]> =>
    page
      .locator('story-step#tables table')
      .first()
      .locator('tr')
      .last()
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign));
  const [day, division, commander, strength] = await alignments();
  expect([day, division, commander, strength]).toEqual(['left', 'right', 'center', 'right']);
});

test('case 20: tables and code that are too wide are scrolled with the keyboard', async ({
  page,
}) => {
  await openProse(page);
  for (const name of ['Table', 'Code']) {
    const box = page.locator('story-step#tables').getByRole('group', { name }).first();
    await box.focus();
    await expect(box).toBeFocused();
    expect(await box.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate((each) => each.scrollLeft)).toBeGreaterThan(0);
  }
});
