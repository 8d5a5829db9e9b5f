import { expect, type Page, test } from '@playwright/test';
import type { PlaceNames } from '../../src/core/place-names.ts';
import type { MapStage } from '../../src/map/map-stage.ts';
import { expectSamePicture } from '../support/pictures.ts';
import { openWithStills } from '../support/save-data.ts';
import { isLive, openStory, seek, settled, stagePicture } from '../support/story-page.ts';

test.use({ viewport: { width: 1366, height: 768 }, deviceScaleFactor: 0.5 });

/** Lettering that is not for English. */
const OTHER_SCRIPTS = /\/(?:hangul|hanzi|[\w-]*cyrillic)[\w-]*\.woff2$/;

const menu = (page: Page) => page.getByLabel('Place names');

/** Chooses a form of the names as a page does, and waits until the map shows it. */
async function choose(page: Page, names: PlaceNames | null) {
  await page.evaluate((names) => {
    const story = document.querySelector('map-story');
    if (story) story.placeNames = names;
  }, names);
  return settled(page);
}

/** Names of the addresses that are asked for, of those that a pattern knows. */
function requested(page: Page, pattern: RegExp): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pattern.test(pathname)) names.push(pathname.split('/').at(-1)?.split('-')[0] ?? '');
  });
  return names;
}

test('a reader of English loads no letters of other scripts', async ({ page }) => {
  const fonts = requested(page, OTHER_SCRIPTS);
  await openStory(page, '#yalu');
  await seek(page, 'kims-plan');
  await choose(page, 'modern');
  expect(fonts).toEqual([]);
});

for (const [names, file] of [
  ['ko', 'hangul'],
  ['zh', 'hanzi'],
  ['ru', 'cyrillic'],
] as const) {
  const often = names === 'ko' ? '' : ' @long';
  test(`names in ${names} are drawn with the letters of the page's own host${often}`, async ({
    page,
  }) => {
    await openStory(page, '#yalu');
    const english = await stagePicture(page);
    await choose(page, names);
    const drawn = await stagePicture(page);
    expect(drawn.equals(english)).toBe(false);

    // Without that file the map waits: the browser's own letters, or its boxes, would be another picture.
    const asked: string[] = [];
    await page.route(OTHER_SCRIPTS, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.reload();
    await settled(page);
    await expect(choose(page, names)).rejects.toThrow('could not be loaded');
    expect(asked.join(' ')).toContain(file);
    await expect.poll(() => isLive(page)).toBe(false);

    await page.unroute(OTHER_SCRIPTS);
    await expect.poll(() => isLive(page), { timeout: 60_000 }).toBe(true);
    await settled(page);
    await expectSamePicture(page, [drawn, await stagePicture(page)], `names in ${names}`, {
      levels: 1,
    });
  });
}

test('a form of the names gives one picture, however it was come to @long', async ({ page }) => {
  await openStory(page, '#chosin');
  const own = await seek(page, 'chosin', 1);
  const ownPicture = await stagePicture(page);
  const korean = await choose(page, 'ko');
  const picture = await stagePicture(page);
  expect(korean).toEqual({ ...own, placeNames: 'ko' });

  await choose(page, 'zh');
  await seek(page, 'kims-plan', 0.5);
  await choose(page, 'ru');
  await seek(page, 'chosin', 1);
  await menu(page).selectOption('ko');
  expect(JSON.stringify(await settled(page))).toBe(JSON.stringify(korean));
  await expectSamePicture(page, [picture, await stagePicture(page)], 'ko, by way of zh and ru');

  await page.route('**/stories/stalin-korea/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<map-story', '<map-story place-names="ko"');
    await route.fulfill({ response, body });
  });
  await page.goto('about:blank');
  await openStory(page, '#chosin');
  expect(JSON.stringify(await seek(page, 'chosin', 1))).toBe(JSON.stringify(korean));
  // Another page has another map.
  const levels = 1;
  const byAttribute = await stagePicture(page);
  await expectSamePicture(page, [picture, byAttribute], 'ko, by the attribute', { levels });

  expect(JSON.stringify(await choose(page, null))).toBe(JSON.stringify(own));
  const again = await stagePicture(page);
  await expectSamePicture(page, [ownPicture, again], 'as the story has it', { levels });
});

test('the menu works by keyboard, tells the page, and changes and keeps nothing else', async ({
  page,
}) => {
  await openStory(page, '#kims-plan');
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        const tell = (event: Event) => resolve((event as CustomEvent).detail);
        document.addEventListener('story-place-names', tell, { once: true });
      }),
  );
  const text = await page.locator('map-story').innerText();
  await expect(menu(page)).toHaveValue('period');
  await menu(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(['modern', 'ko']).toContain(await heard);
  const { placeNames } = await settled(page);
  await expect(menu(page)).toHaveValue(placeNames);
  await expect(page.locator('map-story')).toHaveAttribute('place-names', placeNames);
  expect(await page.locator('map-story').innerText()).toBe(text);
  const kept = await page.evaluate(() => [
    document.cookie,
    localStorage.length,
    sessionStorage.length,
  ]);
  expect(kept).toEqual(['', 0, 0]);
  const box = await menu(page).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(24);
});

test('what is no form of names is passed over', async ({ page }) => {
  await openWithStills(page, '#yalu');
  await choose(page, 'ko');
  const frame = await choose(page, 'toString' as PlaceNames);
  expect(frame.placeNames).toBe('period');
});

test('the menu is in the folded legend of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStory(page, '#kims-plan');
  await expect(menu(page)).toBeHidden();
  await page.locator('story-legend').getByText('Legend', { exact: true }).click();
  await menu(page).selectOption('ru');
  expect((await settled(page)).placeNames).toBe('ru');
});

test('a place of the story wins over a name of the basemap', async ({ page }) => {
  await openStory(page, '#yalu');
  const drawn = await page.evaluate(async () => {
    const story = document.querySelector('map-story');
    const stage = story?.shadowRoot?.querySelector('story-stage')?.stage as MapStage;
    const place = story?.story?.places.sinuiju;
    if (!story || !place) throw new Error('There is no such place.');
    const { map } = stage;
    const source = map.getSource('atlas-labels') as import('maplibre-gl').GeoJSONSource;
    const properties = { name: 'Rival', class: 'country', minzoom: 0, maxzoom: 24 };
    const geometry = { type: 'Point' as const, coordinates: place.position };
    source.setData({ type: 'Feature', properties, geometry });
    const shown = async () => {
      await stage.settled();
      const found = map.queryRenderedFeatures({
        layers: ['story-place-names', 'atlas-label-country'],
      });
      return found.map((feature) => feature.properties.name).sort();
    };
    const asComposed = await shown();
    map.moveLayer('story-place-names', 'atlas-label-country');
    return { asComposed, turnedRound: await shown() };
  });
  expect(drawn.asComposed).toContain('Sinuiju');
  expect(drawn.asComposed).not.toContain('Rival');
  expect(drawn.turnedRound).not.toContain('Sinuiju');
  expect(drawn.turnedRound).toContain('Rival');
});
