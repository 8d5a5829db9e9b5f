// Registers the elements when it is loaded, for pages that have nothing to say about when.
import { defineElements } from '../elements/define.ts';

export type { MapStory } from '../elements/map-story.ts';
export type { StoryStep } from '../elements/story-step.ts';
export { defineElements };

defineElements();
