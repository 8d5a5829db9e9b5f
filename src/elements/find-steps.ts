import type { Story } from '../core/story.ts';
import { needPart } from './need-part.ts';
import { storyContent } from './story-content.ts';
import type { StoryStep } from './story-step.ts';

/**
 * The story's steps as elements in `host`, in order; those that the page lacks are made, with the
 * stills that lie beside the story's file at `src`.
 */
export async function findSteps(
  host: HTMLElement,
  story: Story,
  src: string,
): Promise<StoryStep[]> {
  const find = (id: string): StoryStep | undefined =>
    storyContent(host).find(
      (child): child is StoryStep => child.localName === 'story-step' && child.id === id,
    );
  if (!story.steps.every(({ id }) => find(id))) {
    const { makeSteps } = await needPart(host, 'The text', () => import('./make-steps.ts'));
    makeSteps(host, story, src);
  }
  const steps = story.steps.flatMap((step) => {
    const element = find(step.id);
    if (element) element.moves = step.moves;
    return element ?? [];
  });
  await Promise.all(steps.map((step) => step.updateComplete));
  return steps;
}
