import { stepMarkup, stepMoves } from '../core/step-markup.ts';
import type { Story } from '../core/story.ts';
import { cleanHtml } from './clean-html.ts';
import type { StoryStep } from './story-step.ts';

/**
 * The story's steps as elements in `host`, in order: those that the page has, and new ones where
 * the page has none.
 */
export function fillSteps(host: HTMLElement, story: Story): StoryStep[] {
  const count = story.steps.length;
  const present = new Map(
    [...host.children]
      .filter((child) => child.localName === 'story-step')
      .map((child) => [child.id, child as StoryStep]),
  );
  return story.steps.map((step, index) => {
    const found = present.get(step.id);
    const element = found ?? document.createElement('story-step');
    element.moves = stepMoves(step);
    if (found) return found;
    element.id = step.id;
    element.append(cleanHtml(stepMarkup(step, { index, count })));
    host.append(element);
    return element;
  });
}
