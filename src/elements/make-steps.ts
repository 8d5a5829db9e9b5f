import { stepMarkup } from '../core/step-markup.ts';
import { coverMarkup, stillMarkup } from '../core/still-markup.ts';
import type { Story } from '../core/story.ts';
import { cleanHtml } from './clean-html.ts';

/** The address of the folder that the story's file is in; empty where the story came without a file. */
const folderOf = (src: string): string => src && new URL('.', new URL(src, document.baseURI)).href;

/**
 * Adds to `host` an element for each step of the story that it does not have yet, in order, each with
 * its still from beside the story's file at `src`. Loaded only by pages that come without the story's
 * text.
 */
export function makeSteps(host: HTMLElement, story: Story, src: string): void {
  const present = new Set([...host.children].map(({ id }) => id));
  const count = story.steps.length;
  const folder = folderOf(src);
  const [first] = story.steps;
  if (folder && first) host.insertAdjacentHTML('beforeend', coverMarkup(first, folder));
  story.steps.forEach((step, index) => {
    if (present.has(step.id)) return;
    if (folder) host.insertAdjacentHTML('beforeend', stillMarkup(step, folder));
    const element = document.createElement('story-step');
    element.id = step.id;
    element.append(cleanHtml(stepMarkup(step, { index, count })));
    host.append(element);
  });
}
