import { html, nothing } from 'lit';
import type { Frame } from '../core/frame.ts';
import type { Story } from '../core/story.ts';
import type { StoryEnds } from './controllers/read-guide.ts';
import { wantPart } from './need-part.ts';

const SHARING = ['Sharing', () => import('../sharing/show-sharing.ts')] as const;

/** The element that a bar stands in, as much of it as that takes. */
export interface BarHost {
  readonly renderRoot: Node;
  readonly story: Story | undefined;
  /** Address of the story's file; empty where it has none. */
  readonly src: string;
}

/** Where a story has its ends for a reader who scrolls. */
function endsOf({ steps }: Story, frame: Frame | undefined): StoryEnds {
  const { step, playhead } = frame ?? {};
  return {
    first: step === steps[0]?.id && playhead?.progress === 0,
    last: step === steps.at(-1)?.id,
  };
}

/**
 * What stands in a story's bar at a frame: timeline, chart and buttons, whose events go up to it. `ends`:
 * where the story has its ends, if what moves it says so.
 */
export function storyBar(host: BarHost, frame: Frame | undefined, ends?: StoryEnds) {
  const { story } = host;
  if (!story) return nothing;
  const { chart } = story;
  const { first, last } = ends ?? endsOf(story, frame);
  return html`<story-timeline
      exportparts="timeline"
      .story=${story}
      .step=${frame?.step ?? ''}
      .day=${frame?.day ?? null}
      .mark=${frame?.mark ?? null}
    ></story-timeline>
    ${chart ? html`<story-chart .story=${story} .day=${frame?.mark}></story-chart>` : nothing}
    <story-controls
      exportparts="button"
      ?first=${first}
      ?last=${last}
    ></story-controls>
    <button
      class="share"
      @click=${({ target }: Event) =>
        wantPart(target as Element, SHARING, ({ showSharing }) => showSharing(host, frame?.step))}
    >
      Share
    </button>`;
}
