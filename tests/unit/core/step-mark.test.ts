import { describe, expect, it } from 'vitest';
import { playheadAt } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { markOf } from '../../../src/core/step-mark.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, day, makeStep, readRealStory } from '../../support/fixture-story.ts';

const viewport = createViewport(1366, 768);
const dated = (id: string, from: string, to: string) =>
  makeStep(id, { date: [day(from), day(to)] });

describe('the mark of the timeline', () => {
  const steps = [
    makeStep('first'),
    dated('june', '1950-06-25', '1950-06-28'),
    makeStep('rest'),
    makeStep('rest-again'),
    dated('may', '1950-05-01', '1950-05-02'),
  ];
  const timeline = createTimeline({ ...createFixtureStory(), steps }, viewport);
  const ids = steps.map(({ id }) => id);
  const at = (step: string, progress = 0, travel = 0) =>
    sampleTimeline(timeline, { step, progress, travel });

  it('stands at the frame’s day where it has one', () => {
    expect(at('june').mark).toBe(day('1950-06-25'));
    expect(at('june', 1).mark).toBe(day('1950-06-28'));
  });

  it('keeps the last day of the story through steps without a date', () => {
    for (const step of ['rest', 'rest-again']) {
      for (const progress of [0, 0.5, 1]) {
        expect(at(step, progress)).toMatchObject({ date: null, day: null });
        expect(at(step, progress).mark).toBe(day('1950-06-28'));
      }
    }
  });

  it('stands before the first date where the story’s first date is', () => {
    expect(at('first', 0.5).mark).toBe(day('1950-06-25'));
    expect(markOf(steps, steps[0]!, 1)).toBe(day('1950-06-25'));
  });

  it('goes on to a dated step as the map travels, and never leaves the way between the two', () => {
    const ways = [0, 0.2, 0.5, 0.8, 1].map((travel) => at('rest-again', 1, travel).mark!);
    expect(ways[0]).toBe(day('1950-06-28'));
    expect(ways.at(-1)).toBe(day('1950-05-01'));
    expect(ways).toEqual([...ways].sort((a, b) => b - a));
  });

  it('is the same forwards and backwards', () => {
    const positions = Array.from({ length: 60 }, (_, i) => (i * 2 * ids.length) / 60);
    const mark = (position: number) => sampleTimeline(timeline, playheadAt(ids, position)).mark;
    const there = positions.map(mark);
    const back = positions.toReversed().map(mark).toReversed();
    expect(back).toEqual(there);
  });

  it('is nowhere in a story without dates', () => {
    const undated = { ...createFixtureStory(), steps: [makeStep('a'), makeStep('b')] };
    const frame = sampleTimeline(createTimeline(undated, viewport), {
      step: 'a',
      progress: 1,
      travel: 0.5,
    });
    expect(frame.mark).toBeNull();
  });

  it('of the real story is never before 1950, and stays in October 1951 while supplies are told of', () => {
    const story = readRealStory();
    const real = createTimeline(story, viewport);
    for (const { id: step } of story.steps) {
      for (const progress of [0, 0.25, 0.5, 0.75, 1]) {
        const { mark } = sampleTimeline(real, { step, progress, travel: 0 });
        expect(mark, step).toBeGreaterThanOrEqual(day('1950-01-01'));
      }
    }
    const on = (step: string) => sampleTimeline(real, { step, progress: 0.5, travel: 0 }).mark;
    expect(on('supply')).toBe(day('1951-10-23'));
    expect(on('thirty-years')).toBe(day('1953-03-05'));
  });
});
