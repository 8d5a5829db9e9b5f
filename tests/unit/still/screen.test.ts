import { describe, expect, it } from 'vitest';
import { type Camera, project } from '../../../src/core/camera.ts';
import type { LngLat } from '../../../src/core/story.ts';
import { createScreen, type Point } from '../../../src/still/screen.ts';

const padding = { top: 104, right: 38, bottom: 182, left: 481 };
const size = { width: 1280, height: 800, padding };
const middle = [(1280 + 481 - 38) / 2, (800 + 104 - 182) / 2];

const camera = (more: Partial<Camera>): Camera => ({
  center: [127, 38],
  zoom: 6,
  bearing: 0,
  pitch: 0,
  ...more,
});

const CAMERAS: [string, Camera][] = [
  ['flat', camera({})],
  ['flat, tilted and turned', camera({ pitch: 50, bearing: -70, zoom: 9 })],
  ['between globe and flat', camera({ zoom: 3.9, pitch: 20, bearing: 30 })],
  ['a globe', camera({ zoom: 2.4, center: [90, 55] })],
  ['a globe, tilted and turned', camera({ zoom: 2, pitch: 40, bearing: 120 })],
];

describe.each(CAMERAS)('createScreen, %s', (_, view) => {
  const screen = createScreen(view, size);

  it('draws the centre in the middle of what is not padded', () => {
    const [x, y] = screen.project(...project(view.center));
    expect(x).toBeCloseTo(middle[0]!, 6);
    expect(y).toBeCloseTo(middle[1]!, 6);
  });

  it('finds the place that it draws at a point', () => {
    for (const x of [500, 700, 861, 1000, 1200]) {
      for (const y of [200, 361, 500, 640]) {
        const place = screen.unproject([x, y]);
        if (!place) continue;
        const [backX, backY] = screen.project(...place);
        expect(Math.hypot(backX - x, backY - y)).toBeLessThan(0.05);
      }
    }
    expect(screen.unproject(middle as Point)).toBeDefined();
  });
});

describe('createScreen', () => {
  it('has the scale of the zoom at the centre, flat and round', () => {
    for (const [, view] of CAMERAS.filter(([, { pitch, bearing }]) => pitch + bearing === 0)) {
      const screen = createScreen(view, size);
      const [x, y] = project(view.center);
      const [left] = screen.project(x - 1e-5, y);
      const [right] = screen.project(x + 1e-5, y);
      expect((right - left) / 2e-5 / (512 * 2 ** view.zoom)).toBeCloseTo(1, 4);
    }
  });

  it('sees a globe as a vertical perspective does: its edge nearer than a quarter turn', () => {
    const screen = createScreen(camera({ zoom: 2, center: [0, 0] }), size);
    const radius = (512 * 4) / (2 * Math.PI);
    const distance = 1.5 * 800;
    const edge = (Math.acos(radius / (radius + distance)) * 180) / Math.PI;
    const seen = (lon: number): boolean => screen.isSeen(...project([lon, 0] as LngLat));
    expect(edge).toBeLessThan(80);
    expect([seen(edge - 0.01), seen(edge + 0.01)]).toEqual([true, false]);
    const [x] = screen.limb.reduce((most, point) => (point[0] > most[0] ? point : most));
    const drawn = (distance * radius) / Math.sqrt((radius + distance) ** 2 - radius ** 2);
    expect(x - middle[0]!).toBeCloseTo(drawn, 0);
  });

  it('draws what is hidden outside of the edge', () => {
    const screen = createScreen(camera({ zoom: 2, center: [0, 0] }), size);
    const far = (lon: number): number => screen.project(...project([lon, 0]))[0] - middle[0]!;
    const edge = Math.max(...screen.limb.map(([x]) => x)) - middle[0]!;
    expect(far(100)).toBeGreaterThan(edge);
    expect(far(140)).toBeGreaterThan(far(100));
    expect(screen.unproject([10, 10])).toBeUndefined();
  });
});
