import { expect, it } from 'vitest';
import { createKeyframes } from '../../../src/core/keyframe.ts';
import { nearestZoom } from '../../../src/core/nearest-zoom.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, makeStep } from '../../support/fixture-story.ts';

it('lets the camera near in East Asia, and less near elsewhere', () => {
  expect(nearestZoom([124.39, 40.1])).toBe(11);
  expect(nearestZoom([37.6, 55.75])).toBe(8);
  expect(nearestZoom([-70, -40])).toBe(8);
});

it('changes by little where the camera moves by little', () => {
  for (let lon = 80; lon < 160; lon += 0.1) {
    const step = Math.abs(nearestZoom([lon, 40]) - nearestZoom([lon + 0.1, 40]));
    expect(step).toBeLessThan(0.11);
  }
});

it('keeps a camera that is fitted to a small box from coming nearer', () => {
  const spec = { bearing: [0, 0], pitch: [0, 0], travel: 'fly' } as const;
  const tiny = { ...spec, target: { bounds: [37.6, 55.75, 37.61, 55.76] } };
  const step = makeStep('tiny', { camera: { wide: tiny, phone: tiny } as never });
  const { start } = createKeyframes(createFixtureStory(), step, createViewport(1366, 768));
  expect(start.camera.zoom).toBe(8);
});
