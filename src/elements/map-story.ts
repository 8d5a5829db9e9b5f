import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { OpenChannel } from '../core/channel.ts';
import { describeFrame } from '../core/describe-frame.ts';
import type { Frame } from '../core/frame.ts';
import { type PlaceNames, parsePlaceNames } from '../core/place-names.ts';
import type { Playhead } from '../core/playhead.ts';
import type { Story } from '../core/story.ts';
import type { StoryMode } from './controllers/read-guide.ts';
import { createSession, type Session, styleHost } from './controllers/story-session.ts';
import type { Picture } from './controllers/story-stages.ts';
import { emit } from './emit.ts';
import { findSteps } from './find-steps.ts';
import { loadStory } from './load-story.ts';
import { storyBar } from './story-bar.ts';
import type { StoryAction } from './story-controls.ts';
import type { StoryStage } from './story-stage.ts';
import { storyWords } from './story-words.ts';
import { mapStoryStyles } from './styles/map-story.ts';
import { paletteStyles, tokens } from './styles/tokens.ts';

/**
 * A map story: text that scrolls, and a map that moves with it. What is on it follows from where the reader is.
 *
 * @tagname map-story
 * @summary A whole story, from a compiled `story.json`.
 * @slot - `<story-step>` elements; made from the story where there are none.
 * @slot still - `<figure>` elements with the stills: the opening one, and one for each step.
 * @slot credit - Whom to thank for the map, in small type.
 * @slot header - What stands before the first step.
 * @slot footer - What stands after the last step.
 * @event {CustomEvent<Frame>} story-frame - A frame was given to the map; `detail` is the frame.
 * @event {CustomEvent<string>} story-step - Another step is the present one; `detail` is its id.
 * @event {CustomEvent<PlaceNames>} story-place-names - The reader has chosen how names are written; `detail` is the form.
 * @event {CustomEvent<boolean>} story-stills - The reader has chosen stills, or the live map; `detail` is whether stills.
 * @event {CustomEvent<string>} story-error - Something could not be done; `detail` is the message shown to the reader.
 * @csspart stage - The place of the map, with what lies on it.
 * @csspart text - The column of cards.
 * @csspart message - What could not be done, in words for the reader.
 * @csspart notice - What of the map has not come yet, but will.
 * @csspart bar - The bar with timeline and buttons.
 */
export class MapStory extends LitElement {
  static override properties = {
    src: {},
    story: { attribute: false },
    placeNames: { attribute: 'place-names', reflect: true },
    stills: { type: Boolean, reflect: true },
    mode: { reflect: true },
    openChannel: { attribute: false },
    message: { state: true },
    picture: { state: true },
    described: { state: true },
    held: { state: true },
  };

  /** Address of a compiled story, relative to the page. */
  declare src: string;
  /** The compiled story; set it instead of `src`, or read what `src` has brought. */
  declare story: Story | undefined;
  /** How the map writes names, once the page or the reader has chosen; else as the story has it. */
  declare placeNames: PlaceNames | null | undefined;
  /** Whether the story is shown with stills only. At first, whether the reader's browser saves data. */
  declare stills: boolean;
  /** How the story is shown: `read` (default), `present` to a class, or its teacher's `notes`. */
  declare mode: StoryMode | undefined;
  /** Opens the way to a lesson's other windows; default the browser's own. Set before the story is presented. */
  declare openChannel: OpenChannel | undefined;
  declare private message: string | undefined;
  declare private picture: Picture | undefined;
  /** The picture in a sentence: as it was when a step began, or when the reader last came to rest. */
  declare private described: string | undefined;
  /** Whether the reader has moved the map. */
  declare private held: boolean | undefined;

  static override styles = [paletteStyles, tokens, mapStoryStyles];

  #session: Session | undefined;
  #frame: Frame | undefined;
  /** Where `seek` was asked to go before there was a session. */
  #wanted: Playhead | undefined;

  constructor() {
    super();
    this.src = '';
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    this.stills = connection?.saveData === true;
  }

  /** The last frame given to the map; `undefined` before the story has loaded. */
  get frame(): Frame | undefined {
    return this.#frame;
  }

  /** Where the reader is; `undefined` before the story has loaded. */
  get playhead(): Playhead | undefined {
    return this.#session?.playhead();
  }

  /** Goes at once to a step, `progress` (0 to 1) of it read. Throws where there is no such step. */
  seek(stepId: string, progress = 0): void {
    if (!this.story?.steps.some(({ id }) => id === stepId)) {
      throw new RangeError(`This story has no step "${stepId}".`);
    }
    this.#wanted = { step: stepId, progress, travel: 0 };
    this.#session?.guide().go(this.#wanted);
  }

  /** Goes on to the next step, moving there as the reader's wish for motion allows. */
  next(): void {
    this.#session?.guide().next();
  }

  /** Goes back to where the present step begins, or from there to the one before. */
  previous(): void {
    this.#session?.guide().previous();
  }

  /**
   * Resolves with the present frame once the map, which it asks for, shows exactly that, tiles and
   * labels included. Where there are stills only, it is the frame of the present still. Rejects, with what the reader is told,
   * where the story could not be loaded, and within a minute where something of the map does not come.
   */
  async settled(): Promise<Frame> {
    while (!this.#session) {
      if (this.message) throw new Error(this.message);
      await new Promise(requestAnimationFrame);
    }
    const frame = await this.#session.settled();
    return this.updateComplete.then(() => frame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.dispose();
    this.#session = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#begin();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#session) styleHost(this);
    if (changed.has('src') && this.src && !this.story) this.#load();
    if (changed.has('story') && this.story) this.#begin();
    if (changed.has('mode')) this.#follow();
    if (changed.has('placeNames')) this.#name();
    if (changed.has('stills')) this.#session?.setStills(this.stills);
  }

  async #load(): Promise<void> {
    this.story = await loadStory(this.src).catch(({ message }: Error) => void this.#fail(message));
  }

  async #begin(): Promise<void> {
    const { story } = this;
    if (!story || !this.isConnected) return;
    this.#session?.dispose();
    if (story.chart) import('./define-chart.ts').then(({ defineChart }) => defineChart());
    const steps = await findSteps(this, story, this.src);
    if (!this.isConnected || this.story !== story) return;
    this.#session = createSession({
      host: this,
      story,
      steps,
      stage: this.renderRoot.querySelector('story-stage') as StoryStage,
      onFrame: (frame, user) => this.#show(frame, user),
      onPicture: (picture) => {
        this.picture = picture;
        this.#fail(picture.shown ? '' : picture.trouble);
      },
      onRest: () => this.#describe(),
    });
    this.#session.setStills(this.stills);
    this.#name();
    if (this.#wanted) this.#session.guide().go(this.#wanted);
    this.#follow();
  }

  async #follow(): Promise<void> {
    await this.#session?.follow(this.mode).catch(({ message }: Error) => this.#fail(message));
  }

  #name(chosen?: CustomEvent<PlaceNames>): void {
    if (chosen) this.placeNames = chosen.detail;
    this.#session?.setPlaceNames(parsePlaceNames(this.placeNames));
  }

  #fail(message: string): void {
    if (message && message !== this.message) emit(this, 'story-error', message);
    this.message = message;
  }

  #show(frame: Frame, held: boolean): void {
    const step = this.#frame?.step;
    this.#frame = frame;
    this.held = held;
    this.requestUpdate();
    emit(this, 'story-frame', frame);
    if (frame.step === step) return;
    this.#describe();
    emit(this, 'story-step', frame.step);
  }

  #describe(): void {
    if (this.story && this.#frame) this.described = describeFrame(this.story, this.#frame);
  }

  #renderStage(frame: Frame | undefined) {
    const front = frame?.layers.find((layer) => layer.kind === 'dated-line');
    const hasStills = this.querySelector(':scope > figure') !== null;
    return html`<div class="stage" part="stage">
      <story-stage .description=${this.described ?? ''}><slot name="still"></slot></story-stage>
      <story-date
        exportparts="date, doubt"
        .date=${frame?.date ?? ''}
        .lang=${this.story?.lang ?? 'en'}
        .uncertainty=${Math.round(front?.uncertainty ?? 0)}
        .broken=${front?.continuous === false}
      ></story-date>
      <story-legend
        exportparts="legend"
        .story=${this.story}
        .frame=${frame}
        .picture=${this.picture}
        .stills=${this.stills}
        @story-place-names=${this.#name}
        @story-stills=${({ detail }: CustomEvent<boolean>) => Object.assign(this, { stills: detail })}
      ></story-legend>
      <button class="return" ?hidden=${!this.held} @click=${() => this.#session?.returnToStory()}>
        Back to the story
      </button>
      ${storyWords(this.message, this.picture, hasStills)}
      <slot name="credit"></slot>
    </div>`;
  }

  protected override render() {
    const said = this.story?.steps.find(({ id }) => id === this.#frame?.step);
    return html`${this.#renderStage(this.#frame)}
      <div class="text" part="text"><slot name="header"></slot><slot></slot><slot name="footer"></slot></div>
      <div class="bar" part="bar" role="group" aria-label="Where you are in the story"
        @story-seek=${({ detail }: CustomEvent<string>) => this.#session?.guide().visit(detail)}
        @story-action=${({ detail }: CustomEvent<StoryAction>) => this[detail]()}>
        ${storyBar(this, this.#frame, this.#session?.ends())}
      </div>
      <p class="said" aria-live="polite">${said ? `${said.title}. ${said.alt}` : nothing}</p>`;
  }
}
