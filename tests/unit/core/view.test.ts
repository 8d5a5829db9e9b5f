import { describe, expect, it } from 'vitest';
import { type Camera, project } from '../../../src/core/camera.ts';
import type { LngLat } from '../../../src/core/story.ts';
import { createView } from '../../../src/core/view.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createScreen } from '../../../src/still/screen.ts';

const camera = (more: Partial<Camera>): Camera => ({
  center: [127, 38],
  zoom: 6,
  bearing: 0,
  pitch: 0,
  ...more,
});

const CAMERAS: [string, Camera][] = [
  ['flat', camera({})],
  ['flat and near', camera({ zoom: 9.5 })],
  ['flat, tilted and turned', camera({ pitch: 50, bearing: -70, zoom: 8 })],
  ['a globe', camera({ zoom: 2.4, center: [90, 55] })],
  ['a globe on a phone', camera({ zoom: 1.3, center: [88, 50] })],
  ['a globe, tilted and turned', camera({ zoom: 2, pitch: 40, bearing: 120 })],
];

describe.each(CAMERAS)('createView, %s', (_, view) => {
  it.each([
    [1366, 768],
    [1920, 1080],
    [390, 844],
  ])('sees at %i by %i what a still draws beside the cards and over the bar', (width, height) => {
    const viewport = createViewport(width, height);
    const { stage, padding, card, kind, bar } = viewport;
    const sees = createView(view, viewport);
    const screen = createScreen(view, { ...stage, padding });
    const left = kind === 'wide' ? card.left + card.width : 0;
    let seen = 0;
    for (let lon = -180; lon < 180; lon += 3.7) {
      for (let lat = -80; lat <= 80; lat += 2.3) {
        const place: LngLat = [lon, lat];
        const at = project(place);
        const [x, y] = screen.project(...at);
        const inside = Math.min(x - left, stage.width - x, y, stage.height - bar - y);
        // At the very edge of the picture or of the globe, the last digits may differ.
        if (Math.abs(inside) < 1) continue;
        expect([place, sees(place)]).toEqual([place, inside > 0 && screen.isSeen(...at)]);
        if (inside > 0) seen += 1;
      }
    }
    if (view.zoom < 5) expect(seen).toBeGreaterThan(100);
    expect(sees(view.center)).toBe(true);
  });
});
