import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../src/core/frame.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { drawFurniture } from '../../../src/still/draw-furniture.ts';
import { createFixtureStory, readRealStory } from '../../support/fixture-story.ts';
import { createKit } from '../../support/glyphs.ts';

const credit = 'Map: Legenda (CC BY 4.0), GeoNames (CC BY 4.0), Natural Earth, SRTM30 (NASA/JPL)';
const story = createFixtureStory();
const wide = createViewport(1280, 800);
const phone = createViewport(390, 844);

function draw(step: string, viewport = wide, change: (frame: Frame) => Frame = (frame) => frame) {
  const frame = sampleTimeline(createTimeline(story, viewport), { step, progress: 1, travel: 0 });
  return drawFurniture({ story, frame: change(frame), viewport, credit }, createKit());
}

describe('drawFurniture', () => {
  it('is one group, all in outlines', () => {
    const { svg } = draw('crossing');
    expect(String(svg)).toMatch(/^<g class="furniture">.*<\/g>$/);
    expect(String(svg)).not.toContain('<text');
  });

  it('has date, doubt, legend, scale bar and credit, each with its box', () => {
    expect(draw('crossing').boxes).toHaveLength(5);
  });

  it('leaves out what the frame has not: a date, a doubt, a legend', () => {
    const bare = draw('crossing', wide, (frame) => ({
      ...frame,
      date: null,
      day: null,
      layers: [],
    }));
    expect(bare.boxes).toHaveLength(2);
  });

  it('has no scale bar on the globe', () => {
    const toGlobe = (frame: Frame): Frame => ({ ...frame, camera: { ...frame.camera, zoom: 3 } });
    expect(draw('crossing', wide, toGlobe).boxes).toHaveLength(4);
  });

  it.each([
    ['wide', wide],
    ['phone', phone],
  ])('stays in the picture of a %s window, and no part lies over another', (_, viewport) => {
    const real = readRealStory();
    const timeline = createTimeline(real, viewport);
    for (const { id: step } of real.steps) {
      const frame = sampleTimeline(timeline, { step, progress: 1, travel: 0 });
      const { boxes } = drawFurniture({ story: real, frame, viewport, credit }, createKit());
      for (const [at, { left, top, right, bottom }] of boxes.entries()) {
        expect(Math.min(left, top), step).toBeGreaterThanOrEqual(0);
        expect(right, step).toBeLessThanOrEqual(viewport.stage.width);
        expect(bottom, step).toBeLessThanOrEqual(viewport.stage.height);
        const over = boxes.slice(at + 1).filter((other) => {
          const beside = other.left >= right || other.right <= left;
          return !beside && other.top < bottom && other.bottom > top;
        });
        // A date's descenders may come near the doubt under it.
        expect(
          over.filter((other) => other.top < bottom - 2),
          step,
        ).toEqual([]);
      }
    }
  });
});
