import { describe, expect, test } from 'vitest';
import { storyDay } from '../../../src/present/desk/story-day.ts';
import type { Lesson } from '../../../src/present/lesson.ts';
import { isOpening, nextIndex, presentIndex } from '../../../src/present/step-place.ts';
import { createFixtureStory, day, makeStep } from '../../support/fixture-story.ts';

const dates: [number, number] = [day('1950-06-25'), day('1950-06-29')];
const story = {
  ...createFixtureStory(),
  steps: [makeStep('first'), makeStep('moving', { moves: true, date: dates }), makeStep('last')],
};

function lessonAt(step: string, progress: number): Lesson {
  return {
    at: { step, progress, travel: 0 },
    played: false,
    seen: 1,
    card: 'full',
    cover: 'none',
    questions: false,
    autoplay: false,
    lines: [],
    keepLines: false,
    began: null,
  };
}

describe('what comes next in a lesson', () => {
  test('is the first step itself where the story has just been opened', () => {
    expect(isOpening(story, lessonAt('first', 0))).toBe(true);
    expect(nextIndex(story, lessonAt('first', 0))).toBe(0);
  });

  test('is the following step from the end of a step', () => {
    expect(isOpening(story, lessonAt('first', 1))).toBe(false);
    expect(nextIndex(story, lessonAt('first', 1))).toBe(1);
  });

  test('is the present step where its own motion is still to come', () => {
    expect(nextIndex(story, lessonAt('moving', 0))).toBe(1);
    expect(nextIndex(story, lessonAt('moving', 1))).toBe(2);
  });

  test('is nothing at the end', () => {
    expect(nextIndex(story, lessonAt('last', 1))).toBeUndefined();
  });
});

describe('where a lesson is', () => {
  test('is the first step where the story has no such step', () => {
    expect(presentIndex(story, lessonAt('gone', 1))).toBe(0);
  });

  test('is the day at the end of the step, or how far the step has been read', () => {
    expect(storyDay(story, lessonAt('moving', 1), undefined)).toBe('29 June 1950');
    expect(storyDay(story, lessonAt('moving', 0.5), undefined)).toBe('27 June 1950');
  });

  test('is the day of the map where that is known, and no day where the step has none', () => {
    expect(storyDay(story, lessonAt('moving', 1), '1950-06-26')).toBe('26 June 1950');
    expect(storyDay(story, lessonAt('last', 1), undefined)).toBe('');
  });
});
