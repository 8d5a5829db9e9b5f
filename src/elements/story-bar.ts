import { html, nothing } from 'lit';
import type { Frame } from '../core/frame.ts';
import type { Story } from '../core/story.ts';

/** What stands in a story's bar at a frame: timeline, chart and buttons, whose events go up to it. */
export function storyBar(story: Story, frame: Frame | undefined) {
  const { steps, chart } = story;
  return html`<story-timeline
      exportparts="timeline"
      .story=${story}
      .step=${frame?.step ?? ''}
      .day=${frame?.day ?? null}
    ></story-timeline>
    ${chart ? html`<story-chart .story=${story} .day=${frame?.day}></story-chart>` : nothing}
    <story-controls
      exportparts="button"
      ?first=${frame?.step === steps[0]?.id && frame?.playhead.progress === 0}
      ?last=${frame !== undefined && frame.step === steps.at(-1)?.id}
    ></story-controls>`;
}
