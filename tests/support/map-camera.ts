import type { Page } from '@playwright/test';
import { type Camera, quantizeCamera } from '../../src/core/camera.ts';
import type {} from '../../src/elements/define.ts';
import type { MapStage } from '../../src/map/map-stage.ts';

/** The camera that the map itself has now, in as many digits as a frame's camera. */
export async function mapCamera(page: Page): Promise<Camera> {
  const camera = await page.evaluate(() => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    if (!stage?.stage) throw new Error('There is no map.');
    const { map } = stage.stage as MapStage;
    const { lng, lat } = map.getCenter();
    return {
      center: [lng, lat] as [number, number],
      zoom: map.getZoom(),
      bearing: map.getBearing(),
      pitch: map.getPitch(),
    };
  });
  return quantizeCamera(camera);
}

/** Makes the map's graphics context go, as a driver may, or come back. */
export function graphicsContext(page: Page, what: 'lose' | 'restore'): Promise<void> {
  return page.evaluate((what) => {
    const stage = document.querySelector('map-story')?.shadowRoot?.querySelector('story-stage');
    const canvas = stage?.shadowRoot?.querySelector('canvas');
    const holder = window as Window & { lostContext?: WEBGL_lose_context | null | undefined };
    // A lost context gives no extension, so it is kept from before; another map has another one.
    if (what === 'lose') {
      holder.lostContext = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    }
    if (!holder.lostContext) throw new Error('There is no context to lose.');
    if (what === 'lose') holder.lostContext.loseContext();
    else holder.lostContext.restoreContext();
  }, what);
}
