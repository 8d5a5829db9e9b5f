import type { Step, Story } from '../core/story.ts';
import { cleanHtml } from './clean-html.ts';
import type { StoryStep } from './story-step.ts';

const moves = ({ date, reveal, camera }: Step): boolean =>
  (date !== null && date[0] !== date[1]) ||
  Object.values(reveal).some(([from, to]) => from !== to) ||
  Object.values(camera).some(({ target }) => 'zoom' in target && target.zoom[0] !== target.zoom[1]);

function createStep(step: Step, number: string): StoryStep {
  const element = document.createElement('story-step') as StoryStep;
  element.id = step.id;
  const kicker = document.createElement('p');
  kicker.className = 'kicker';
  kicker.textContent = number;
  const heading = document.createElement('h2');
  heading.textContent = step.title;
  element.append(kicker, heading, cleanHtml(step.html));
  if (step.footnotes.length === 0) return element;
  const list = document.createElement('ol');
  list.className = 'footnotes';
  list.setAttribute('role', 'doc-endnotes');
  for (const { id, number: value, html } of step.footnotes) {
    const item = document.createElement('li');
    item.id = `fn-${step.id}-${id}`;
    item.value = value;
    item.append(cleanHtml(html));
    list.append(item);
  }
  element.append(list);
  return element;
}

/**
 * The story's steps as elements in `host`, in order: those that the page has, and new ones where
 * the page has none.
 */
export function fillSteps(host: HTMLElement, story: Story): StoryStep[] {
  const present = new Map(
    [...host.children]
      .filter((child) => child.localName === 'story-step')
      .map((child) => [child.id, child as StoryStep]),
  );
  return story.steps.map((step, i) => {
    const element = present.get(step.id) ?? createStep(step, `${i + 1} of ${story.steps.length}`);
    if (!element.isConnected) host.append(element);
    element.moves = moves(step);
    return element;
  });
}
