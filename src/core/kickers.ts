import type { Step } from './story.ts';

const WORDS_A_MINUTE = 200;

/** What stands above the title of a story, or of a part of it: how long these steps take to read, at least 1 minute. */
export function storyKicker(steps: readonly Pick<Step, 'html'>[]): string {
  const text = steps.map(({ html }) => html.replace(/<[^>]*>/g, ' ')).join(' ');
  const words = text.split(/\s+/).filter(Boolean).length;
  const minutes = Math.max(1, Math.round(words / WORDS_A_MINUTE));
  return `A map story · ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`;
}

/** What stands above a step's title: its place, `index` from 0, among so many. */
export const stepKicker = ({ index, count }: { index: number; count: number }): string =>
  `${index + 1} of ${count}`;
