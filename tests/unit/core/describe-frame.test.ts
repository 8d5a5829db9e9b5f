import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/core/calendar.ts';
import { describeFrame } from '../../../src/core/describe-frame.ts';
import type { Frame } from '../../../src/core/frame.ts';
import { type Playhead, playheadAt } from '../../../src/core/playhead.ts';
import { sampleTimeline } from '../../../src/core/sample-timeline.ts';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { createFixtureStory, readRealStory } from '../../support/fixture-story.ts';

const fixture = createFixtureStory();
const real = readRealStory();
const fixtureTimeline = createTimeline(fixture, createViewport(1366, 768));
const realTimeline = createTimeline(real, createViewport(1366, 768));
const at = (step: string, progress = 0, travel = 0): Playhead => ({ step, progress, travel });
const frameAt = (playhead: Playhead): Frame => sampleTimeline(fixtureTimeline, playhead);
const say = (playhead: Playhead): string => describeFrame(fixture, frameAt(playhead));

describe('describeFrame', () => {
  it('is the author’s words, the day, what is shown and what is named', () => {
    expect(say(at('crossing', 0.5))).toBe(
      'Alt of crossing; 30 June 1950; ' +
        'shown: The north; The south, The front (no continuous front, uncertain by 10 km), ' +
        'and The advance (25 per cent of the way); named: SEOUL and PUSAN.',
    );
  });

  it('says nothing of what the frame has not', () => {
    expect(say(at('doubt', 0))).toBe(
      'Alt of doubt; shown: The advance (50 per cent of the way); named: PUSAN and MOSCOW.',
    );
    expect(say(at('opening'))).toBe('Alt of opening; 1 January 1950; named: MOSCOW.');
  });

  it('says nothing of a route that has not begun, and no part of one that is whole', () => {
    expect(say(at('crossing', 0))).not.toContain('The advance');
    expect(say(at('doubt', 1))).toContain('The advance and Towns;');
  });

  it('says that a front is sure where nothing is unsure about it', () => {
    const frame = frameAt(at('crossing', 0));
    const layers = frame.layers.map((layer) =>
      layer.kind === 'dated-line' ? { ...layer, uncertainty: 0, continuous: true } : layer,
    );
    expect(describeFrame(fixture, { ...frame, layers })).toContain('The south and The front;');
  });

  it('leaves out layers that the legend does not name', () => {
    const layers = fixture.layers.map((layer) => ({ ...layer, title: '' }));
    const text = describeFrame({ ...fixture, layers }, frameAt(at('doubt', 0.5)));
    expect(text).toBe('Alt of doubt; named: PUSAN and MOSCOW.');
  });

  it('has words of its own where the author gave none', () => {
    const steps = fixture.steps.map((step) => ({ ...step, alt: '' }));
    expect(describeFrame({ ...fixture, steps }, frameAt(at('opening')))).toBe(
      'Map for “Title of opening”; 1 January 1950; named: MOSCOW.',
    );
  });

  it('writes days and lists in the story’s language', () => {
    const german = describeFrame({ ...fixture, lang: 'de' }, frameAt(at('crossing', 0)));
    expect(german).toContain('25. Juni 1950');
    expect(german).toContain('SEOUL und PUSAN');
  });

  it('is one sentence anywhere in the real story, and names its day and its places', () => {
    const last = 2 * real.steps.length - 1;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (n) => {
        const playhead = playheadAt(realTimeline.stepIds, (n / 1000) * last);
        const frame = sampleTimeline(realTimeline, playhead);
        const text = describeFrame(real, frame);
        expect(text).toMatch(/^\p{Lu}.*[^.]\.$/su);
        expect(text).not.toMatch(/\.\s+\p{Lu}|\n|undefined|NaN/u);
        if (frame.day !== null) expect(text).toContain(formatDay(frame.day, 'en'));
        for (const { id } of frame.labels) expect(text).toContain(real.places[id]!.name);
      }),
      { numRuns: 200 },
    );
  });
});
