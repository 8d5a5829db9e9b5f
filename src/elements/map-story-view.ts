import { html, nothing, type TemplateResult } from 'lit';
import type { Frame } from '../core/frame.ts';
import type { PlaceNames } from '../core/place-names.ts';
import type { Story } from '../core/story.ts';
import type { StoryEnds } from './controllers/read-guide.ts';
import type { Picture } from './controllers/story-stages.ts';
import { type BarHost, storyBar } from './story-bar.ts';
import type { StoryAction } from './story-controls.ts';
import { storyWords } from './story-words.ts';

/** All that `<map-story>` shows at an instant. */
export interface StoryView {
  story: Story | undefined;
  frame: Frame | undefined;
  /** What of the picture is on the screen. */
  picture: Picture | undefined;
  /** The picture in a sentence. */
  described: string | undefined;
  /** True while the reader holds the map's camera. */
  held: boolean | undefined;
  /** True where the reader wants stills. */
  stills: boolean;
  /** Where the story has its ends, if what moves it says so. */
  ends: StoryEnds | undefined;
  /** What is amiss, in words for the reader; empty where nothing is. */
  message: string;
}

/** What a reader does with what is shown. */
export interface StoryViewEvents {
  onPlaceNames(event: CustomEvent<PlaceNames>): void;
  onStills(event: CustomEvent<boolean>): void;
  /** The reader gives the camera back. */
  onReturn(): void;
  onSeek(event: CustomEvent<string>): void;
  onAction(event: CustomEvent<StoryAction>): void;
}

/** The element that shows a story, as much of it as its view takes. */
type ViewHost = BarHost & ParentNode;

function stageView(host: ViewHost, view: StoryView, events: StoryViewEvents): TemplateResult {
  const { story, frame, picture, message } = view;
  const hasPicture = picture?.shown || host.querySelector(':scope > figure');
  const isBlank = !(hasPicture || picture?.notice);
  const said = {
    message: message || (isBlank ? 'Drawing the map …' : ''),
    missing: message !== '' && message !== picture?.trouble,
  };
  const front = frame?.layers.find((layer) => layer.kind === 'dated-line');
  return html`<div class="stage" part="stage">
    <story-stage .description=${view.described ?? ''}><slot name="still"></slot></story-stage>
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
      .picture=${picture}
      .stills=${view.stills}
      @story-place-names=${events.onPlaceNames}
      @story-stills=${events.onStills}
    ></story-legend>
    <button class="return" ?hidden=${!view.held} @click=${events.onReturn}>Back to the story</button>
    ${storyWords(said, picture)}
    <slot name="credit"></slot>
  </div>`;
}

/** Everything in the shadow root of `<map-story>`, `host`. */
export function storyView(
  host: ViewHost,
  view: StoryView,
  events: StoryViewEvents,
): TemplateResult {
  const { story, frame } = view;
  const step = story?.steps.find(({ id }) => id === frame?.step);
  return html`${stageView(host, view, events)}
    <div class="text" part="text"><slot name="header"></slot><slot></slot><slot name="footer"></slot></div>
    <div class="bar" part="bar" role="group" aria-label="Where you are in the story"
      @story-seek=${events.onSeek}
      @story-action=${events.onAction}>
      ${storyBar(host, frame, view.ends)}
    </div>
    <p class="said" aria-live="polite">${step ? `${step.title}. ${step.alt}` : nothing}</p>`;
}
