import { formatDay, parseDay } from '../../core/calendar.ts';
import { lerp } from '../../core/easing.ts';
import type { Story } from '../../core/story.ts';
import type { Lesson } from '../lesson.ts';
import { presentIndex } from '../step-place.ts';

/**
 * The day in the story, in the story's language: `date` where the map says one (ISO date), else that of the
 * lesson's place. Empty where the step belongs to no day.
 */
export function storyDay(story: Story, lesson: Lesson, date: string | undefined): string {
  const range = story.steps[presentIndex(story, lesson)]?.date;
  const day = parseDay(date ?? '') ?? (range && lerp(range[0], range[1], lesson.at.progress));
  return typeof day === 'number' ? formatDay(day, story.lang || 'en') : '';
}
