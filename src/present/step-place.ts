import type { Story } from '../core/story.ts';
import type { Lesson } from './lesson.ts';

/** The part of a story that a lesson goes through. */
export type LessonStory = Pick<Story, 'steps'>;

/** Which of the story's steps is presented, from 0; 0 where the lesson has no such step. */
export function presentIndex(story: LessonStory, { at }: Pick<Lesson, 'at'>): number {
  return Math.max(
    0,
    story.steps.findIndex(({ id }) => id === at.step),
  );
}

/**
 * Which step `next` shows, from 0: the present one where its own motion, or the story's opening, is still
 * to come; `undefined` at the story's end.
 */
export function nextIndex(story: LessonStory, lesson: Lesson): number | undefined {
  const index = presentIndex(story, lesson);
  const { progress } = lesson.at;
  const isUnseen = progress < 1 && (story.steps[index]?.moves || (index === 0 && progress === 0));
  if (isUnseen) return index;
  return index + 1 < story.steps.length ? index + 1 : undefined;
}

/** Whether the lesson is where the story begins, so that nothing is before it. */
export function isOpening(story: LessonStory, lesson: Lesson): boolean {
  return presentIndex(story, lesson) === 0 && lesson.at.progress === 0;
}
