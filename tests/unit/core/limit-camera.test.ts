import { describe, expect, it } from 'vitest';
import type { Camera } from '../../../src/core/camera.ts';
import { createKeyframes } from '../../../src/core/keyframe.ts';
import { FARTHEST_ZOOM, limitCamera } from '../../../src/core/limit-camera.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, fitted, makeStep } from '../../support/fixture-story.ts';

const camera = (more: Partial<Camera>): Camera => ({
  center: [10, 50],
  zoom: 5,
  bearing: 0,
  pitch: 0,
  ...more,
});

describe('limitCamera', () => {
  const viewport = createViewport(1280, 800);

  it('leaves a camera that the map can have as it is', () => {
    const one = camera({});
    expect(limitCamera(one, viewport)).toBe(one);
  });

  it('comes no nearer than the atlas is drawn, and goes no farther than the globe is seen', () => {
    expect(limitCamera(camera({ zoom: 12 }), viewport).zoom).toBe(8);
    expect(limitCamera(camera({ zoom: -3 }), viewport).zoom).toBe(FARTHEST_ZOOM);
  });

  it('keeps the flat map’s edges out of the free part of the picture', () => {
    const north = limitCamera(camera({ center: [10, 85], zoom: 5 }), viewport);
    const south = limitCamera(camera({ center: [10, -85], zoom: 5 }), viewport);
    expect(north.center[1]).toBeGreaterThan(80);
    expect(north.center[1]).toBeLessThan(85);
    expect(south.center[1]).toBeCloseTo(-north.center[1], 9);
    const globe = camera({ center: [10, 85], zoom: 3 });
    expect(limitCamera(globe, viewport)).toBe(globe);
  });
});

it.each([
  [390, 844],
  [320, 568],
  [320, 256],
  [640, 360],
  [3840, 2160],
])(
  'case 8: a camera that is fitted to the world in %i x %i is not farther than the map is drawn',
  (width, height) => {
    const world = fitted([-180, -85, 180, 85]);
    const step = makeStep('world', { camera: { wide: world, phone: world } });
    const { start, end } = createKeyframes(
      createFixtureStory(),
      step,
      createViewport(width, height),
    );
    expect(start.camera.zoom).toBeGreaterThanOrEqual(FARTHEST_ZOOM);
    expect(end).toEqual(start);
  },
);
