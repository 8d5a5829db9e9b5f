import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../src/core/frame.ts';
import { type Playhead, playheadAt } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline, type Timeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, makeStep, readRealStory } from '../../support/fixture-story.ts';

const WIDE = createViewport(1366, 768);
const PHONE = createViewport(390, 844);
const fixture = createFixtureStory();
const real = readRealStory();
const stories = [
  ['the fixture', fixture],
  ['the real story', real],
] as const;

const at = (step: string, progress = 0, travel = 0): Playhead => ({ step, progress, travel });
const text = (timeline: Timeline, playhead: Playhead) =>
  JSON.stringify(sampleTimeline(timeline, playhead));
const part = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e6);
const byId = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
/** The places that a frame names, without the arms that go its routes. */
const placesIn = ({ labels }: Frame) => labels.filter(({ id }) => !id.startsWith('unit:'));
/** The picture alone: not where it was asked for, and its labels in any order. */
const picture = ({ camera, date, day, layers, labels }: Frame) => ({
  camera,
  date,
  day,
  layers,
  labels: byId(labels),
});

describe.each(stories)('a frame of %s', (_, story) => {
  const timelines = [WIDE, PHONE].map((viewport) => createTimeline(story, viewport));
  const stepIds = story.steps.map(({ id }) => id);
  const playhead = fc.record({
    step: fc.constantFrom(...stepIds),
    progress: part,
    travel: fc.oneof(fc.constant(0), part),
  });

  it('does not depend on what was sampled before, here or elsewhere', () => {
    const visit = fc.record({ playhead, which: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 8 }), visit, (before, last) => {
        for (const one of before) sampleTimeline(timelines[one.which]!, one.playhead);
        const used = text(timelines[last.which]!, last.playhead);
        const fresh = createTimeline(story, last.which === 0 ? WIDE : PHONE);
        expect(used).toBe(text(fresh, last.playhead));
      }),
      { numRuns: story === fixture ? 100 : 12 },
    );
  });

  it('is plain JSON without a number that is not finite', () => {
    fc.assert(
      fc.property(playhead, fc.nat(1), (here, which) => {
        const frame = sampleTimeline(timelines[which]!, here);
        expect(JSON.parse(JSON.stringify(frame))).toStrictEqual(frame);
      }),
      { numRuns: 60 },
    );
  });

  it('is at the very start and end of a step what the step says', () => {
    for (const timeline of timelines) {
      timeline.keyframes.forEach(({ start, end }, i) => {
        for (const [progress, keyframe] of [[0, start] as const, [1, end] as const]) {
          const frame = sampleTimeline(timeline, at(stepIds[i]!, progress));
          expect(frame.day).toBe(keyframe.day);
          expect(frame.camera.zoom).toBeCloseTo(keyframe.camera.zoom, 5);
          expect(frame.camera.center[0]).toBeCloseTo(keyframe.camera.center[0], 6);
          expect(frame.camera.center[1]).toBeCloseTo(keyframe.camera.center[1], 6);
          expect(placesIn(frame)).toEqual(keyframe.labels.map((id) => ({ id, opacity: 1 })));
          const shown = Object.entries(keyframe.layers).filter(([, { opacity }]) => opacity > 0);
          expect(byId(frame.layers).map(({ id, opacity }) => [id, opacity])).toEqual(
            shown.map(([id, { opacity }]) => [id, opacity]).sort(),
          );
        }
      });
    }
  });

  it('leaves a step from its end and comes to the next one’s start', () => {
    for (const timeline of timelines) {
      stepIds.slice(1).forEach((next, i) => {
        const here = stepIds[i]!;
        expect(text(timeline, at(here, 1, 0))).toBe(text(timeline, at(here, 1)));
        expect(text(timeline, at(here, 1, 1))).toBe(text(timeline, at(next, 0)));
        const nearly = sampleTimeline(timeline, at(here, 1, 1 - 1e-9));
        expect(picture(nearly).camera).toEqual(sampleTimeline(timeline, at(next)).camera);
        expect(
          placesIn(nearly)
            .map(({ id }) => id)
            .sort(),
        ).toEqual([...story.steps[i + 1]!.labels].sort());
      });
    }
  });

  it('never holds a layer that neither step shows, or one without opacity', () => {
    fc.assert(
      fc.property(playhead, (here) => {
        const frame = sampleTimeline(timelines[0]!, here);
        const index = stepIds.indexOf(frame.playhead.step);
        const near = story.steps.slice(index, index + (frame.playhead.travel > 0 ? 2 : 1));
        const shown = near.flatMap(({ show }) => Object.keys(show));
        for (const { id, opacity } of frame.layers) {
          expect(shown).toContain(id);
          expect(opacity).toBeGreaterThan(0);
          expect(opacity).toBeLessThanOrEqual(1);
        }
        const order = frame.layers.map(({ id }) => story.layers.findIndex((l) => l.id === id));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('never shows a label that leaves together with one that comes', () => {
    fc.assert(
      fc.property(fc.nat(stepIds.length - 2), part, (i, travel) => {
        const [from, to] = [story.steps[i]!.labels, story.steps[i + 1]!.labels];
        const labels = placesIn(sampleTimeline(timelines[0]!, at(stepIds[i]!, 1, travel)));
        const leaving = labels.some(({ id }) => !to.includes(id));
        const coming = labels.some(({ id }) => !from.includes(id));
        expect(leaving && coming).toBe(false);
        for (const id of from.filter((label) => to.includes(label))) {
          expect(labels).toContainEqual({ id, opacity: 1 });
        }
      }),
    );
  });

  it('never goes back in time while a step is read', () => {
    story.steps.forEach(({ id, date }) => {
      if (!date) return;
      const days = Array.from({ length: 101 }, (_, i) => {
        return sampleTimeline(timelines[0]!, at(id, i / 100)).day ?? Number.NaN;
      });
      days.slice(1).forEach((now, i) => {
        expect(now).toBeGreaterThanOrEqual(days[i]!);
      });
      expect([days[0], days[100]]).toEqual(date);
    });
  });

  it('belongs to the nearer step while the map travels', () => {
    const [one, two] = stepIds as [string, string];
    const stepAt = (travel: number) => sampleTimeline(timelines[0]!, at(one, 1, travel)).step;
    expect([0, 0.49, 0.5, 1].map(stepAt)).toEqual([one, one, two, two]);
  });
});

describe('a playhead outside the story', () => {
  const timeline = createTimeline(fixture, WIDE);
  const first = text(timeline, at('opening'));

  it('counts as the first step where the step is unknown', () => {
    expect(text(timeline, at('nowhere'))).toBe(first);
    expect(text(timeline, at('nowhere', 1, 0.5))).toBe(text(timeline, at('opening', 1, 0.5)));
  });

  it('counts as the nearest end where it is too far', () => {
    expect(text(timeline, at('opening', -3, -4))).toBe(first);
    expect(text(timeline, at('turn', 7, 9))).toBe(text(timeline, at('turn', 1)));
    expect(text(timeline, playheadAt(timeline.stepIds, 1e9))).toBe(text(timeline, at('turn', 1)));
  });

  it('gives a finite frame even where it is no number', () => {
    const strange = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    const number = fc.oneof(strange, fc.double());
    fc.assert(
      fc.property(fc.constantFrom('x', ...timeline.stepIds), number, number, (step, a, b) => {
        const frame = sampleTimeline(timeline, at(step, a, b));
        expect(JSON.parse(JSON.stringify(frame))).toStrictEqual(frame);
        if (step !== 'x' && Number.isNaN(a)) expect(frame.playhead.step).toBe(step);
      }),
    );
  });
});

describe('a story of one step', () => {
  it('has its step wherever the playhead is', () => {
    const timeline = createTimeline({ ...fixture, steps: [makeStep('only')] }, WIDE);
    expect(sampleTimeline(timeline, at('only', 1, 0.7)).playhead).toEqual(at('only', 1));
    expect(sampleTimeline(timeline, at('only')).date).toBeNull();
  });
});

describe('a route with dates', () => {
  const timeline = createTimeline(real, WIDE);
  const armies = (step: string, progress: number) => {
    const frame = sampleTimeline(timeline, at(step, progress));
    const layer = frame.layers.find(({ id }) => id === 'crossings');
    return { frame, paths: layer?.kind === 'route' ? layer.paths : [] };
  };

  it('is drawn as far as it had come by the date, each path by its own', () => {
    expect(armies('yalu', 0).paths).toEqual([]);
    const { paths } = armies('yalu', 1);
    const reveals = Object.fromEntries(paths.map(({ id, reveal }) => [id, reveal]));
    expect(reveals['cpv-andong-north']).toBe(1);
    expect(reveals['cpv-andong']).toBeGreaterThan(0.6);
    expect(reveals['cpv-andong']).toBeLessThan(0.9);
  });

  it('names its arms once its head has come to where they are named', () => {
    const units = (progress: number) =>
      armies('yalu', progress).frame.labels.filter(({ id }) => id.startsWith('unit:'));
    expect(units(0)).toEqual([]);
    expect(units(1)).toContainEqual({ id: 'unit:cpv-andong-north', opacity: 1 });
    const { name, unit } = real.places['unit:cpv-andong-north']!;
    expect([name, unit?.marks, unit?.side]).toEqual(['40th Army', 'XXXX', 'north']);
  });

  it('fades after its last day', () => {
    const { paths } = armies('first-clash', 1);
    const north = paths.find(({ id }) => id === 'cpv-andong-north')!;
    expect(north.reveal).toBe(1);
    expect(north.opacity).toBeCloseTo(1 - 13 / 30, 6);
  });

  it('is drawn as the step says where the step says it', () => {
    const frame = sampleTimeline(timeline, at('supply', 0.5));
    const layer = frame.layers.find(({ id }) => id === 'supply');
    expect(layer).toMatchObject({ paths: [{ reveal: 0.5, opacity: 1 }] });
  });
});
