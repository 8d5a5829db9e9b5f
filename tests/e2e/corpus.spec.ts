import { expect, type Page, test } from '@playwright/test';
import { readAtlas } from '../../src/cli/read-atlas.ts';
import { emitHandout } from '../../src/compiler/emit-handout.ts';
import { emitPage } from '../../src/compiler/emit-page.ts';
import { sampleTimeline } from '../../src/core/sample-timeline.ts';
import type { Story } from '../../src/core/story.ts';
import { createTimeline } from '../../src/core/timeline.ts';
import { createViewport } from '../../src/core/viewport.ts';
import type {} from '../../src/elements/define.ts';
import { drawStill } from '../../src/still/draw-still.ts';
import { SOME_VECTORS, VECTORS } from '../corpus/corpus.ts';
import { asChanged, asCompiled, hostileStory } from '../corpus/hostile-story.ts';
import { asParsed, dangersIn, expectCalm, watchContext } from '../corpus/watch.ts';
import { STRICT_POLICY } from '../support/host-page.ts';
import { openSharing } from '../support/sharing.ts';

/** So many attacks are in one page. */
const A_PAGE = 110;

/** Where the made-up pages are, below the site. */
const FOLDER = 'stories/corpus/';

type Policy = string | undefined;

const inPages = (vectors: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(vectors.length / A_PAGE) }, (_, i) =>
    vectors.slice(i * A_PAGE, (i + 1) * A_PAGE),
  );

/** A still of a story's beginning, with its legend. */
async function stillOf(story: Story): Promise<string> {
  const timeline = createTimeline(story, createViewport(1280, 800));
  const frame = sampleTimeline(timeline, { step: 'step-0', progress: 1, travel: 0 });
  const atlas = await readAtlas();
  return drawStill(frame, timeline.viewport, {
    story,
    atlas,
    title: story.title,
    credit: story.title,
  });
}

/** Serves files as if they lay in a folder of the site. */
async function serveFiles(
  page: Page,
  site: string,
  { files, policy }: { files: Record<string, string>; policy: Policy },
): Promise<void> {
  const types = {
    html: 'text/html; charset=utf-8',
    json: 'application/json',
    svg: 'image/svg+xml',
  };
  await page.context().route(`${site}${FOLDER}**`, (route) => {
    const path = new URL(route.request().url()).pathname.split(`/${FOLDER}`)[1] ?? '';
    const body = files[path] ?? (path.startsWith('still/') ? files['still.svg'] : undefined);
    const type = types[path.replace(/^.*\./, '') as keyof typeof types] ?? 'text/plain';
    const headers = { 'content-type': type, ...(policy && { 'content-security-policy': policy }) };
    return body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ headers, body: Buffer.from(body) });
  });
}

/** The tags by which a built page loads its script and style. */
async function builtTags(page: Page): Promise<string> {
  const html = await (await page.request.get('./stories/stalin-korea/')).text();
  return (
    html.match(
      /<(?:script\b[^>]*type="module"[^>]*><\/script>|link\b[^>]*(?:stylesheet|modulepreload)[^>]*>)/g,
    ) ?? []
  ).join('\n');
}

async function pageOf(story: Story, page: Page, site: string): Promise<string> {
  const html = emitPage(story, {
    storyUrl: './story.json',
    script: 'THE-SCRIPT',
    galleryUrl: '../../',
    credit: story.title,
    head: { site, path: FOLDER },
    cover: await stillOf(story),
    embedScript: '../../embed.js',
  });
  const tags = await builtTags(page);
  return html.replace('<script type="module" src="THE-SCRIPT"></script>', () => tags);
}

/** Opens what is closed on a page, and goes over it with focus and pointer events. */
async function disturb(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const events = [
      'focus',
      'mouseover',
      'pointerenter',
      'animationstart',
      'toggle',
      'error',
      'load',
    ];
    for (const element of document.querySelectorAll('map-story *, main *')) {
      for (const name of events) element.dispatchEvent(new Event(name));
    }
  });
}

/** The texts that a page shows of each step, in order. */
const shownTexts = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map(({ textContent }) => textContent));

async function checkPage(page: Page, vectors: readonly string[], policy: Policy): Promise<void> {
  const site = await siteOf(page);
  const watched = await watchContext(page.context(), site);
  const story = hostileStory(vectors, asCompiled);
  const files = {
    'index.html': await pageOf(story, page, site),
    'story.json': JSON.stringify(story),
    'still.svg': await stillOf(story),
    'cover.svg': await stillOf(story),
  };
  await serveFiles(page, site, { files, policy });
  await page.goto(`${FOLDER}index.html`);
  await page.waitForFunction(() => document.querySelector('map-story')?.story !== undefined);
  await disturb(page);
  const wanted = vectors.map(asParsed);
  expect(await shownTexts(page, 'story-step h2')).toEqual(wanted);
  const alts = await page
    .locator('figure[data-step] img')
    .evaluateAll((all) => all.map((image) => image.getAttribute('alt')));
  expect(alts).toEqual(wanted);
  expect(await page.locator('h1').textContent()).toBe(asParsed(story.title));
  const dialog = await openSharing(page);
  await expect(dialog).toBeVisible();
  expect(await dangersIn(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expectCalm(watched);
}

/** The address of the site, as relative addresses have it. */
async function siteOf(page: Page): Promise<string> {
  const response = await page.request.get('./');
  return response.url();
}

async function checkChanged(page: Page, vectors: readonly string[], policy: Policy): Promise<void> {
  const site = await siteOf(page);
  const watched = await watchContext(page.context(), site);
  const story = hostileStory(vectors, asChanged);
  // A page of somebody's own: without our style sheet, so that the story stands in its shadow tree.
  const tags = (await builtTags(page)).replace(/<link[^>]*stylesheet[^>]*>/g, '');
  const html = `<!doctype html><meta charset="utf-8"><title>Host</title>${tags}<map-story src="./story.json"></map-story>`;
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
  expect(await shownTexts(page, 'map-story story-step h2')).toEqual(vectors.map(asParsed));
  // The legend names each layer, in a colour of its own or its side's.
  const legend = page.locator('story-legend li span');
  await expect(legend).not.toHaveCount(0);
  await disturb(page);
  const named = new Set(await shownTexts(page, 'story-legend li span'));
  for (const text of vectors.filter((vector) => vector !== '')) {
    expect(named).toContain(text.replace(/\p{Cs}/gu, '\ufffd'));
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
    String(text).replace(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, '');
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
    stills: new Map(story.steps.map(({ id }, i) => [id, `still/${i}.svg`])),
    fontSheets: ['fonts.css'],
    credit: story.title,
    folder: './',
  });
  const files = { 'handout.html': html, 'still.svg': await stillOf(story) };
  await serveFiles(page, site, { files, policy });
  await page.goto(`${FOLDER}handout.html`);
  await disturb(page);
  expect(await shownTexts(page, 'article h2')).toEqual(vectors.map(asParsed));
  expect(await dangersIn(page)).toEqual([]);
  expectCalm(watched);
}

const SINKS = {
  'the page of a story': checkPage,
  'a story file that somebody changed, on a page of its own': checkChanged,
  'a still that is opened alone': checkStill,
  'the page of a handout': checkHandout,
} as const;

for (const [sink, check] of Object.entries(SINKS)) {
  test(`attacks come to nothing without a policy in ${sink}`, ({ page }) =>
    check(page, SOME_VECTORS, undefined));
  for (const [when, policy] of [
    ['without a policy', undefined],
    ['under a strict policy', STRICT_POLICY],
  ] as const) {
    for (const [i, vectors] of inPages(VECTORS).entries()) {
      test(`all attacks come to nothing ${when} in ${sink}, page ${i + 1} @long`, ({ page }) =>
        check(page, vectors, policy));
    }
  }
}
