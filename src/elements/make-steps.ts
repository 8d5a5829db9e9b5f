import { stepMarkup } from '../core/step-markup.ts';
import type { Story } from '../core/story.ts';
import { cleanHtml } from './clean-html.ts';

/**
 * Adds to `host` an element for each step of the story that it does not have yet, in order. Loaded
 * only by pages that come without the story's text.
 */
export function makeSteps(host: HTMLElement, story: Story): void {
  const present = new Set([...host.children].map(({ id }) => id));
  const count = story.steps.length;
  story.steps.forEach((step, index) => {
    if (present.has(step.id)) return;
    const element = document.createElement('story-step');
    element.id = step.id;
    element.append(cleanHtml(stepMarkup(step, { index, count })));
    host.append(element);
  });
}
