import { html, nothing } from 'lit';
import type { Frame } from '../core/frame.ts';
import type { PlaceNames } from '../core/place-names.ts';
import type { Story } from '../core/story.ts';
import type { Picture } from './controllers/story-stages.ts';

/** What a story's picture shows beside the map itself. */
export interface StoryPicture {
  story: Story | undefined;
  frame: Frame | undefined;
  picture: Picture | undefined;
  stills: boolean;
  /** Whether the reader has moved the map. */
  held: boolean | undefined;
  /** The picture in a sentence. */
  described: string | undefined;
  /** What could not be done, or what is waited for. */
  message: string;
}

/** What readers do with it. */
export interface PictureActions {
  names: (event: CustomEvent<PlaceNames>) => void;
  stills: (event: CustomEvent<boolean>) => void;
  back: () => void;
}

/** The place of the map, with date, legend, message and credit over it. */
export function storyPicture(shown: StoryPicture, actions: PictureActions) {
  const { story, frame, message } = shown;
  const front = frame?.layers.find((layer) => layer.kind === 'dated-line');
  return html`<div class="stage" part="stage">
    <story-stage .description=${shown.described ?? ''}><slot name="still"></slot></story-stage>
    <story-date
      exportparts="date, doubt"
      .date=${frame?.date ?? ''}
      .lang=${story?.lang ?? 'en'}
      .uncertainty=${Math.round(front?.uncertainty ?? 0)}
      .broken=${front?.continuous === false}
    ></story-date>
    <story-legend
      exportparts="legend"
      .story=${story}
      .frame=${frame}
      .picture=${shown.picture}
      .stills=${shown.stills}
      @story-place-names=${actions.names}
      @story-stills=${actions.stills}
    ></story-legend>
    <button class="return" ?hidden=${!shown.held} @click=${actions.back}>Back to the story</button>
    <div class="message" role="alert">
      ${message ? html`<p part="message">${message}</p>` : nothing}
    </div>
    <slot name="credit"></slot>
  </div>`;
}
