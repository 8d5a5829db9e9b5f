import { describe, expect, it } from 'vitest';
import { diffFrame } from '../../../src/core/diff-frame.ts';
import type { Frame } from '../../../src/core/frame.ts';
import { playheadAt } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, readRealStory } from '../../support/fixture-story.ts';

const fixture = createTimeline(createFixtureStory(), createViewport(1366, 768));
const real = createTimeline(readRealStory(), createViewport(1366, 768));
const NOTHING = { camera: false, layers: false, labels: false, placeNames: false };
const at = (timeline: typeof fixture, position: number): Frame =>
  sampleTimeline(timeline, playheadAt(timeline.stepIds, position));

describe('diffFrame', () => {
  it('finds everything new where there was no frame before', () => {
    const all = Object.values(diffFrame(undefined, at(fixture, 0)));
    expect(all).toEqual(Object.values(NOTHING).map(() => true));
  });

  it('finds nothing between two frames that are the same', () => {
    expect(diffFrame(at(fixture, 2.5), at(fixture, 2.5))).toEqual(NOTHING);
  });

  it('finds just what moves', () => {
    const frame = at(fixture, 2.5);
    const moved = { ...frame.camera, zoom: frame.camera.zoom + 1 };
    const diff = (parts: Partial<Frame>) => diffFrame(frame, { ...frame, ...parts });
    expect(diff({ camera: moved })).toEqual({ ...NOTHING, camera: true });
    expect(diff({ labels: [] })).toEqual({ ...NOTHING, labels: true });
    expect(diff({ placeNames: 'ko' })).toEqual({ ...NOTHING, placeNames: true });
    expect(diff({ step: 'other', date: null })).toEqual(NOTHING);
    expect(diff({ layers: frame.layers.slice(1) })).toEqual({ ...NOTHING, layers: true });
    const faded = frame.layers.map((layer) => ({ ...layer, opacity: 0.5 }));
    expect(diff({ layers: faded })).toEqual({ ...NOTHING, layers: true });
  });

  it('finds the layers moved while a front moves within one day', () => {
    const [a, b] = [at(fixture, 2.501), at(fixture, 2.502)];
    expect(diffFrame(a, b)).toEqual({ ...NOTHING, layers: true });
  });

  it('finds a route moved that is drawn further without a date', () => {
    const [a, b] = [at(fixture, 4.5), at(fixture, 4.51)];
    const layers = b.layers.map((layer, i) => ({ ...layer, opacity: a.layers[i]!.opacity }));
    expect(diffFrame(a, { ...b, layers }).layers).toBe(true);
    const back = layers.map((layer, i) => (layer.kind === 'route' ? a.layers[i]! : layer));
    expect(diffFrame(a, { ...b, layers: back }).layers).toBe(false);
  });

  it('never misses a change, anywhere in the two stories', () => {
    for (const timeline of [fixture, real]) {
      const last = 2 * timeline.stepIds.length - 1;
      const count = 300;
      let before = at(timeline, 0);
      for (let i = 1; i <= count; i += 1) {
        const after = at(timeline, (i * last) / count);
        const diff = diffFrame(before, after);
        for (const key of ['camera', 'layers', 'labels'] as const) {
          const differs = JSON.stringify(before[key]) !== JSON.stringify(after[key]);
          if (differs) expect(diff[key], `${key} at ${i}`).toBe(true);
        }
        before = after;
      }
    }
  });
});
