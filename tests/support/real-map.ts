import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Map as MapLibreMap } from 'maplibre-gl';

const DIST = dirname(createRequire(import.meta.url).resolve('maplibre-gl/dist/maplibre-gl.css'));

declare global {
  interface Window {
    /** The map of {@link openRealMap}. */
    realMap: MapLibreMap;
  }
}

/** Opens a page with a MapLibre map of an empty style, as `window.realMap`, and nothing of ours. */
export async function openRealMap(page: Page): Promise<void> {
  await page.route('**/real-map/*.mjs', (route) =>
    route.fulfill({
      path: join(DIST, basename(new URL(route.request().url()).pathname)),
      contentType: 'text/javascript',
    }),
  );
  await page.route('**/real-map/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Map</title><body style="margin:0"><div id="map"></div>',
    }),
  );
  await page.goto('./real-map/');
  await page.evaluate(async () => {
    const at = (file: string): string => new URL(file, location.href).href;
    const { Map: RealMap, setWorkerUrl } = await import(at('maplibre-gl.mjs'));
    setWorkerUrl(at('maplibre-gl-worker.mjs'));
    window.realMap = new RealMap({
      container: 'map',
      style: { version: 8, sources: {}, layers: [] },
      trackResize: false,
    });
  });
}
