import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '../../../src/present/actions.ts';
import type { Lesson } from '../../../src/present/lesson.ts';
import { readingDuration } from '../../../src/present/pace.ts';
import { openLesson, reduceLesson } from '../../../src/present/reduce-lesson.ts';
import { createSelfPlay, type SelfPlay } from '../../../src/present/self-play.ts';
import { createFixtureStory } from '../../support/fixture-story.ts';

const story = createFixtureStory();
const last = story.steps.at(-1)!;

let lesson: Lesson;
let self: SelfPlay;
let cleared: number;

const act = (action: Action): void => {
  lesson = reduceLesson(story, lesson, action, { playing: false, now: 0 });
};

function start(options: { kiosk?: boolean; isDriver?: boolean } = {}): void {
  const { kiosk = false, isDriver = true } = options;
  cleared = 0;
  const clear = (): void => {
    cleared += 1;
  };
  self = createSelfPlay({ story, lesson: () => lesson, act, clear, kiosk, isDriver });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  lesson = openLesson(story);
});

afterEach(() => {
  self.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a story that goes on by itself', () => {
  it('rests as long as the text takes to read, then goes on', () => {
    start();
    act({ type: 'autoplay' });
    self.rest(false);
    const [first] = story.steps;
    vi.advanceTimersByTime(readingDuration(first!) - 1);
    expect(lesson.at.progress).toBe(0);
    vi.advanceTimersByTime(1);
    expect(lesson).toMatchObject({ at: { step: first!.id, progress: 1 }, played: true });
  });

  it('does not go on while the map moves, nor where nobody asked for it', () => {
    start();
    self.rest(false);
    act({ type: 'autoplay' });
    self.rest(true);
    vi.advanceTimersByTime(600_000);
    expect(lesson.at.progress).toBe(0);
  });

  it('is led by one window only', () => {
    start({ isDriver: false });
    act({ type: 'autoplay' });
    self.rest(false);
    vi.advanceTimersByTime(600_000);
    expect(lesson.at.progress).toBe(0);
  });

  it('stops at the end', () => {
    start();
    act({ type: 'last' });
    act({ type: 'autoplay' });
    self.rest(false);
    vi.advanceTimersByTime(readingDuration(last));
    expect(lesson).toMatchObject({ autoplay: false, at: { step: last.id } });
  });
});

describe('an exhibition', () => {
  it('begins by itself, and again after the end', () => {
    start({ kiosk: true });
    self.begin();
    expect(lesson.autoplay).toBe(true);
    act({ type: 'last' });
    self.rest(false);
    vi.advanceTimersByTime(readingDuration(last));
    expect(lesson).toMatchObject({ autoplay: true, at: { step: story.steps[0]!.id, progress: 0 } });
  });

  it('begins again a minute after the last visitor', () => {
    start({ kiosk: true });
    self.begin();
    for (const type of ['last', 'autoplay', 'card', 'keep'] as const) act({ type });
    self.touch();
    vi.advanceTimersByTime(59_000);
    self.touch();
    vi.advanceTimersByTime(59_999);
    expect(lesson).toMatchObject({ autoplay: false, at: { step: last.id } });
    vi.advanceTimersByTime(1);
    expect(lesson).toMatchObject({ autoplay: true, at: { progress: 0 } });
    expect(lesson).toMatchObject({ card: 'full', keepLines: false });
    expect(cleared).toBe(2);
  });
});
