import { html, nothing } from 'lit';
import type { Frame } from '../core/frame.ts';
import type { Story } from '../core/story.ts';

/** The element that a bar stands in, as much of it as that takes. */
export interface BarHost {
  readonly renderRoot: Node;
  readonly story: Story | undefined;
  /** Address of the story's file; empty where it has none. */
  readonly src: string;
}

/** What stands in a story's bar at a frame: timeline, chart and buttons, whose events go up to it. */
export function storyBar(host: BarHost, frame: Frame | undefined) {
  const { story } = host;
  if (!story) return nothing;
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
    ></story-controls>
    <button
      class="share"
      @click=${async () => (await import('../sharing/show-sharing.ts')).showSharing(host, frame?.step)}
    >
      Share
    </button>`;
}
