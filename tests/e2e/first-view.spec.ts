import { expect, type Page, test } from '@playwright/test';
import { openStory } from '../support/story-page.ts';

test.use({ viewport: { width: 1280, height: 800 } });

/** The map's data: tiles, heights, names and the style, but not its lettering. */
const MAP_DATA = /\/assets\/[\w-]+\.(?:pmtiles|geojson|json)$/;

/** Opens the story at a step, and counts the bytes of the map's data as they came over the wire. */
async function bytesOfFirstView(page: Page, hash: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (!MAP_DATA.test(request.url())) return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await openStory(page, hash);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

// The limits are the project's: kilobytes of a first view with relief.
for (const [name, hash, limit] of [
  ['the globe', '#thirty-years', 110_000],
  ['Korea', '#north', 80_000],
] as const) {
  test(`a first view of ${name} loads little of the map`, async ({ page }) => {
    const bytes = await bytesOfFirstView(page, hash);
    test.info().annotations.push({ type: 'bytes', description: String(bytes) });
    console.log(`first view of ${name}: ${(bytes / 1000).toFixed(1)} kB of map data`);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(limit);
  });
}

test('a host that knows no byte ranges shows the same map', async ({ page, request }) => {
  const whole = new Set<string>();
  await page.route('**/*.pmtiles', async (route) => {
    const response = await request.get(route.request().url());
    whole.add(route.request().url());
    await route.fulfill({ status: 200, body: await response.body() });
  });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await openStory(page, '#north');
  expect(whole.size).toBe(2);
  expect(errors).toEqual([]);
  const rivers = await page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    const { map } = (stage as unknown as { stage: { map: import('maplibre-gl').Map } }).stage;
    return map.queryRenderedFeatures({ layers: ['atlas-rivers', 'atlas-rail'] }).length;
  });
  expect(rivers).toBeGreaterThan(3);
});
