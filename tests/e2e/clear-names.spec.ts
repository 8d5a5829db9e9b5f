import { expect, type Page, test } from '@playwright/test';
import type {} from '../../src/elements/define.ts';
import type { MapStage } from '../../src/map/map-stage.ts';
import { openStory, seek } from '../support/story-page.ts';

/** Steps at whose end a country, a sea or a region would be named at an edge, or under a plate. */
const STEPS = ['parallel', 'two-weeks', 'prisoners', 'armistice', 'debate', 'sources'];

/** Names on the settled map under the date, the legend, the credit or the bar, or across an edge of the map or the cards. */
function hiddenNames(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('map-story')!.shadowRoot!;
    const stage = root.querySelector('story-stage')!;
    const { map } = stage.stage as MapStage;
    const { left, top, right, bottom } = stage.getBoundingClientRect();
    const layers = map
      .getLayersOrder()
      .filter((id) => map.getLayer(id)?.type === 'symbol' && id !== 'story-place-marks');
    const shadowOf = (name: string) => root.querySelector(name)?.shadowRoot;
    const credit = root.querySelector<HTMLSlotElement>('slot[name="credit"]')?.assignedElements();
    const plates = [
      shadowOf('story-date')?.querySelector('div') ?? [],
      shadowOf('story-legend')?.querySelector('details') ?? [],
      root.querySelector('.bar') ?? [],
      credit ?? [],
    ]
      .flat()
      .map((plate) => plate.getBoundingClientRect());
    const edges = [
      new DOMRect(left, top, right - left, 0),
      new DOMRect(left, bottom, right - left, 0),
      new DOMRect(left, top, 0, bottom - top),
      new DOMRect(right, top, 0, bottom - top),
    ];
    // Cards come and go in a column.
    const column = root.querySelector('.text')!.getBoundingClientRect();
    edges.push(new DOMRect(column.left, top, 0, bottom - top));
    edges.push(new DOMRect(column.right, top, 0, bottom - top));
    // The bar of a phone is not over the map.
    const over = plates.filter((box) => box.height > 0 && box.top < bottom);
    const found = [...over, ...edges].flatMap((box) =>
      map.queryRenderedFeatures(
        [
          [box.left - left, box.top - top],
          [box.right - left, box.bottom - top],
        ],
        { layers },
      ),
    );
    return [...new Set(found.map(({ properties }) => String(properties.name)))];
  });
}

/** How many names of the atlas are on the map. */
const namesOfAtlas = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const stage = document.querySelector('map-story')!.shadowRoot!.querySelector('story-stage')!;
    const { map } = stage.stage as MapStage;
    const layers = map.getLayersOrder().filter((id) => id.startsWith('atlas-label'));
    return map.queryRenderedFeatures({ layers }).length;
  });

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
]) {
  test(`no name is cut by an edge, or lies under a plate, at ${viewport.width}x${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openStory(page);
    let names = 0;
    for (const step of STEPS) {
      await seek(page, step, 1);
      expect(await hiddenNames(page), step).toEqual([]);
      names += await namesOfAtlas(page);
    }
    expect(names).toBeGreaterThanOrEqual(3);
  });
}

test('a legend that is opened covers no name, and gives its room back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStory(page);
  await seek(page, 'debate', 1);
  const before = await namesOfAtlas(page);
  const legend = page.locator('story-legend summary');
  await legend.click();
  await expect.poll(() => hiddenNames(page)).toEqual([]);
  await expect.poll(() => namesOfAtlas(page)).toBeLessThan(before);
  await legend.click();
  await expect.poll(() => namesOfAtlas(page)).toBe(before);
});
