import { describe, expect, it } from 'vitest';
import { createTimeline } from '../../../src/core/timeline.ts';
import { createViewport } from '../../../src/core/viewport.ts';
import { readingDuration, stepDuration, travelDuration } from '../../../src/present/pace.ts';
import { day, makeStep, over, readRealStory } from '../../support/fixture-story.ts';
import { story } from './support.ts';

const WIDE = createViewport(1280, 800);
const between = (from: string, to: string) => [makeStep('one', { date: [day(from), day(to)] })];

describe('the motion of a step', () => {
  it('takes no time where nothing moves, nor where there is no step', () => {
    expect(stepDuration({ steps: [makeStep('one', { play: 5000 })] }, 0)).toBe(0);
    expect(stepDuration(story, 99)).toBe(0);
  });

  it('takes 3 to 8 seconds, the longer the more days pass', () => {
    const times = ['1950-06-25', '1950-06-26', '1950-07-25', '1950-12-25', '1953-07-27'].map(
      (end) => stepDuration({ steps: between('1950-06-25', end) }, 0),
    );
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(0);
    expect(times[1]).toBeGreaterThan(3000);
    expect(times.at(-1)).toBe(8000);
  });

  it('takes as long as its author says', () => {
    const [step] = between('1950-06-25', '1950-06-26');
    expect(stepDuration({ steps: [{ ...step!, play: 12_000 }] }, 0)).toBe(12_000);
  });

  it('takes as long as our story says at three of its steps', () => {
    const real = readRealStory();
    const said = real.steps.flatMap(({ id, play }) => (play === undefined ? [] : [[id, play]]));
    expect(said).toEqual([
      ['kuntsevo', 5000],
      ['seoul', 12_000],
      ['supply', 7000],
    ]);
  });
});

describe('the way to a step', () => {
  it('takes no time to the first, nor where the map jumps', () => {
    const timeline = createTimeline(story, WIDE);
    expect(travelDuration(timeline, 0)).toBe(0);
    expect(travelDuration(timeline, 3)).toBe(0);
    expect(travelDuration(createTimeline(story, WIDE, { reducedMotion: true }), 1)).toBe(0);
  });

  it('takes 1.2 to 4.5 seconds, the longer the farther it is', () => {
    const timeFor = (lon: number): number => {
      const cameras = [over([127, 38], [9, 9]), over([lon, 38], [9, 9])];
      const steps = cameras.map((wide, i) => makeStep(`s${i}`, { camera: { wide, phone: wide } }));
      return travelDuration(createTimeline({ ...story, steps }, WIDE), 1);
    };
    expect(timeFor(127)).toBe(1200);
    expect(timeFor(137)).toBeGreaterThan(timeFor(133));
    expect(timeFor(37)).toBe(4500);
  });

  it('takes its time to turn', () => {
    const cameras = [over([127, 38], [7, 7]), over([127, 38], [7, 7], { bearing: [170, 170] })];
    const steps = cameras.map((wide, i) => makeStep(`s${i}`, { camera: { wide, phone: wide } }));
    expect(travelDuration(createTimeline({ ...story, steps }, WIDE), 1)).toBe(2833);
  });
});

describe('reading a step', () => {
  const reading = (html: string) => readingDuration({ title: 'Title', html });

  it('takes 200 words a minute, and 6 seconds at least', () => {
    expect(reading('<p>Short.</p>')).toBe(6000);
    expect(reading(`<p>${'word <em>word</em> '.repeat(99)}word</p>`)).toBe(60_000);
  });

  it('counts two characters as a word where words are not parted', () => {
    expect(reading(`<p>${'停戰'.repeat(199)}</p>`)).toBe(60_000);
  });
});
