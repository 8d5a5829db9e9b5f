import { MapStory } from './map-story.ts';
import { StoryControls } from './story-controls.ts';
import { StoryDate } from './story-date.ts';
import { StoryLegend } from './story-legend.ts';
import { StoryStage } from './story-stage.ts';
import { StoryStep } from './story-step.ts';
import { StoryTimeline } from './story-timeline.ts';

const elements = {
  'story-controls': StoryControls,
  'story-date': StoryDate,
  'story-legend': StoryLegend,
  'story-stage': StoryStage,
  'story-step': StoryStep,
  'story-timeline': StoryTimeline,
  'map-story': MapStory,
};

declare global {
  interface HTMLElementTagNameMap {
    'story-controls': StoryControls;
    'story-date': StoryDate;
    'story-legend': StoryLegend;
    'story-stage': StoryStage;
    'story-step': StoryStep;
    'story-timeline': StoryTimeline;
    'map-story': MapStory;
  }
}

/** Registers the elements; those already registered stay as they are. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
