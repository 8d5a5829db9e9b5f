import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project, TILE_SIZE } from '../../../src/core/camera.ts';
import { createKeyframes } from '../../../src/core/keyframe.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, fitted, makeStep, over } from '../../support/fixture-story.ts';

const story = createFixtureStory();
const [opening, crossing, doubt] = story.steps as [
  (typeof story.steps)[0],
  (typeof story.steps)[0],
  (typeof story.steps)[0],
];
const WIDE = createViewport(1366, 768);
const PHONE = createViewport(390, 844);

describe('createKeyframes', () => {
  it('says the whole picture at both ends of a step', () => {
    const { start, end } = createKeyframes(story, crossing, WIDE);
    expect(start.labels).toEqual(['seoul', 'pusan']);
    expect([start.day, end.day]).toEqual(crossing.date);
    expect(Object.keys(start.layers)).toEqual(['control', 'front', 'arrow']);
    expect(start.layers.arrow).toEqual({ opacity: 1, reveal: 0 });
    expect(end.layers.arrow).toEqual({ opacity: 1, reveal: 0.5 });
  });

  it('leaves a route to its dates where the step does not say how much of it is drawn', () => {
    const step = makeStep('a', { show: { arrow: [0.5, 0.5] } });
    expect(createKeyframes(story, step, WIDE).start.layers).toEqual({
      arrow: { opacity: 0.5 },
    });
  });

  it('belongs to no day where the step belongs to none', () => {
    const { start, end } = createKeyframes(story, doubt, WIDE);
    expect([start.day, end.day]).toEqual([null, null]);
  });

  it('takes the camera of the window’s kind', () => {
    const zooms = [WIDE, PHONE].map((viewport) => {
      const { start, end } = createKeyframes(story, opening, viewport);
      return [start.camera.zoom, end.camera.zoom];
    });
    expect(zooms).toEqual([
      [3, 7],
      [2, 6],
    ]);
  });

  it('turns and tilts as the step says', () => {
    const camera = over([127, 38], [6, 6], { bearing: [-170, 170], pitch: [0, 40] });
    const step = makeStep('a', { camera: { wide: camera, phone: camera } });
    const { start, end } = createKeyframes(story, step, WIDE);
    expect(start.camera).toEqual({ center: [127, 38], zoom: 6, bearing: -170, pitch: 0 });
    expect(end.camera).toEqual({ center: [127, 38], zoom: 6, bearing: 170, pitch: 40 });
  });

  it('fits a box into what text leaves free, in every window, on one side exactly', () => {
    const box = [124, 34, 130, 43] as const;
    const step = makeStep('a', { camera: { wide: fitted([...box]), phone: fitted([...box]) } });
    const width = fc.integer({ min: 320, max: 2560 });
    const height = fc.integer({ min: 400, max: 1600 });
    fc.assert(
      fc.property(width, height, (w, h) => {
        const viewport = createViewport(w, h);
        const { camera } = createKeyframes(story, step, viewport).start;
        const { stage, padding } = viewport;
        const scale = TILE_SIZE * 2 ** camera.zoom;
        const [west, north] = project([box[0], box[3]]);
        const [east, south] = project([box[2], box[1]]);
        const spare = [
          stage.width - padding.left - padding.right - (east - west) * scale,
          stage.height - padding.top - padding.bottom - (south - north) * scale,
        ];
        expect(Math.min(...spare)).toBeCloseTo(0, 6);
      }),
    );
  });
});
