import { expect, type Page, test } from '@playwright/test';
import { emitFeed } from '../../src/compiler/emit-feed.ts';
import { emitHandout } from '../../src/compiler/emit-handout.ts';
import type {} from '../../src/elements/define.ts';
import { embedSnippet } from '../../src/embed/snippet.ts';
import { SOME_VECTORS, VECTORS } from '../corpus/corpus.ts';
import { asChanged, asCompiled, hostileStory } from '../corpus/hostile-story.ts';
import {
  builtTags,
  disturb,
  FOLDER,
  galleryOf,
  inPages,
  type Policy,
  pageOf,
  serveFiles,
  siteOf,
  stillOf,
} from '../corpus/pages.ts';
import { comparable, dangersIn, expectCalm, watchContext } from '../corpus/watch.ts';
import { createFixtureStory } from '../support/fixture-story.ts';
import { STRICT_POLICY } from '../support/host-page.ts';
import { openSharing } from '../support/sharing.ts';

/** The texts that a page shows of each step, in order. */
async function shownTexts(page: Page, selector: string): Promise<string[]> {
  const texts = await page
    .locator(selector)
    .evaluateAll((all) => all.map(({ textContent }) => textContent));
  return texts.map(comparable);
}

async function checkPage(page: Page, vectors: readonly string[], policy: Policy): Promise<void> {
  const site = await siteOf(page);
  const watched = await watchContext(page.context(), site);
  const story = hostileStory(vectors, asCompiled);
  const still = await stillOf(story);
  const files = {
    'index.html': await pageOf(story, page, { site, still }),
    'story.json': JSON.stringify(story),
    'still.svg': still,
    'cover.svg': still,
  };
  await serveFiles(page, site, { files, policy });
  await page.goto(`${FOLDER}index.html`);
  await page.waitForFunction(() => document.querySelector('map-story')?.story !== undefined);
  await disturb(page);
  const wanted = vectors.map(comparable);
  expect(await shownTexts(page, 'story-step h2')).toEqual(wanted);
  const alts = await page
    .locator('figure[data-step] img')
    .evaluateAll((all) => all.map((image) => image.getAttribute('alt')));
  expect(alts.map(comparable)).toEqual(wanted);
  expect(comparable(await page.locator('h1').textContent())).toBe(comparable(story.title));
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ headline: story.title, author: story.title });
  const dialog = await openSharing(page);
  await expect(dialog).toBeVisible();
  expect(await dangersIn(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expectCalm(watched);
}

async function checkChanged(page: Page, vectors: readonly string[], policy: Policy): Promise<void> {
  const site = await siteOf(page);
  const watched = await watchContext(page.context(), site);
  const story = hostileStory(vectors, asChanged);
  // A page of somebody's own: without our style sheet, so that the story stands in its shadow tree.
  const tags = (await builtTags(page)).replace(/<link[^>]*stylesheet[^>]*>/g, '');
  const html = `<!doctype html><meta charset="utf-8"><title>Host</title>${tags}<p>An article.</p><map-story src="./story.json"></map-story>`;
  const files = {
    'index.html': html,
    'story.json': JSON.stringify(story),
    'still.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'cover.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  await serveFiles(page, site, { files, policy });
  await page.goto(`${FOLDER}index.html`);
  const titles = page.locator('map-story story-step h2');
  await expect(titles).toHaveCount(vectors.length);
  expect(await shownTexts(page, 'map-story story-step h2')).toEqual(vectors.map(comparable));
  // The legend names each layer, in a colour of its own or its side's.
  const legend = page.locator('story-legend li span');
  await expect(legend).not.toHaveCount(0);
  await disturb(page);
  const named = new Set(await shownTexts(page, 'story-legend li span'));
  for (const text of vectors.filter((vector) => vector !== '')) {
    expect(named).toContain(comparable(text));
  }
  expect(await dangersIn(page)).toEqual([]);
  expectCalm(watched);
}

async function checkStill(page: Page, vectors: readonly string[], policy: Policy): Promise<void> {
  const site = await siteOf(page);
  const watched = await watchContext(page.context(), site);
  const story = hostileStory(vectors, asChanged);
  await serveFiles(page, site, { files: { 'still.svg': await stillOf(story) }, policy });
  await page.goto(`${FOLDER}still.svg`);
  const root = await page.evaluate(() => [
    document.documentElement.localName,
    document.documentElement.getAttribute('aria-label'),
  ]);
  expect(root[0]).toBe('svg');
  // XML has no place for some signs, and makes one blank of others in an attribute.
  const plain = (text: string | null | undefined): string =>
    comparable(text).replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, '');
  expect(plain(root[1])).toBe(plain(story.title));
  expect(await dangersIn(page)).toEqual([]);
  expectCalm(watched);
}

async function checkHandout(page: Page, vectors: readonly string[], policy: Policy): Promise<void> {
  const site = await siteOf(page);
  const watched = await watchContext(page.context(), site);
  const story = hostileStory(vectors, asCompiled);
  const html = emitHandout(story, {
    paper: 'a4',
    notes: true,
    stills: new Map(story.steps.slice(0, 3).map(({ id }, i) => [id, `still/${i}.svg`])),
    fontSheets: ['fonts.css'],
    credit: story.title,
    folder: './',
  });
  const files = { 'handout.html': html, 'still.svg': await stillOf(story) };
  await serveFiles(page, site, { files, policy });
  await page.goto(`${FOLDER}handout.html`);
  await disturb(page);
  expect(await shownTexts(page, 'article h2')).toEqual(vectors.map(comparable));
  expect(await dangersIn(page)).toEqual([]);
  expectCalm(watched);
}

/** What others take from a site: code that embeds a story, the feed, the list of stories. */
async function checkWords(page: Page, vectors: readonly string[], policy: Policy): Promise<void> {
  const site = await siteOf(page);
  const watched = await watchContext(page.context(), site);
  const address = `${site}${FOLDER}`;
  const snippets = vectors.flatMap((title) =>
    (['script', 'frame'] as const).map((way) => embedSnippet(way, address, { title })),
  );
  const titled = vectors.map((title) => ({
    path: FOLDER,
    story: { ...createFixtureStory(), title },
  }));
  const feed = emitFeed(titled, { site, title: 'Stories', built: '2026-01-01' });
  const gallery = await galleryOf(vectors.join(' '));
  const body = `<!doctype html><meta charset="utf-8">${gallery}`;
  await serveFiles(page, site, { files: { 'index.html': body }, policy });
  await page.goto(`${FOLDER}index.html`);
  await disturb(page);
  expect(await shownTexts(page, '.stories h2')).toEqual([comparable(vectors.join(' '))]);
  const read = await page.evaluate(
    ([codes, xml]) => {
      const parser = new DOMParser();
      const titles = codes.map((code) => {
        const { body, head } = parser.parseFromString(code, 'text/html');
        const all = [...head.children, ...body.children];
        const named = all
          .map((each) => each.getAttribute('title'))
          .filter((title) => title !== null);
        return [all.map(({ localName }) => localName).join(' '), ...named];
      });
      const entries = parser
        .parseFromString(xml, 'application/xml')
        .querySelectorAll('entry > title');
      return { titles, entries: [...entries].map(({ textContent }) => textContent) };
    },
    [snippets, feed] as const,
  );
  const wanted = vectors.flatMap((title) => [
    ['script legenda-embed', comparable(title)],
    ['iframe', comparable(title)],
  ]);
  const plain = (text: string | null): string =>
    comparable(text).replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, '');
  expect(read.titles.map((each) => each.map(plain))).toEqual(wanted.map((each) => each.map(plain)));
  expect(read.entries.map(plain)).toEqual(vectors.map(plain));
  expect(await dangersIn(page)).toEqual([]);
  expectCalm(watched);
}

const SINKS = {
  'what others take from a site': checkWords,
  'the page of a story': checkPage,
  'a story file that somebody changed, on a page of its own': checkChanged,
  'a still that is opened alone': checkStill,
  'the page of a handout': checkHandout,
} as const;

/** Pages whose script a policy also governs; the others have none. */
const GOVERNED: readonly string[] = [
  'the page of a story',
  'a story file that somebody changed, on a page of its own',
];

for (const [sink, check] of Object.entries(SINKS)) {
  test(`attacks come to nothing without a policy in ${sink}`, ({ page }) =>
    check(page, SOME_VECTORS, undefined));
  const policies = GOVERNED.includes(sink) ? [undefined, STRICT_POLICY] : [undefined];
  for (const policy of policies) {
    const when = policy ? 'under a strict policy' : 'without a policy';
    for (const [i, vectors] of inPages(VECTORS).entries()) {
      test(`all attacks come to nothing ${when} in ${sink}, part ${i + 1} @long`, ({ page }) =>
        check(page, vectors, policy));
    }
  }
}
