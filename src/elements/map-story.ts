import { LitElement, type PropertyValues } from 'lit';
import type { OpenChannel } from '../core/channel.ts';
import { describeFrame } from '../core/describe-frame.ts';
import type { Frame } from '../core/frame.ts';
import { type PlaceNames, parsePlaceNames } from '../core/place-names.ts';
import type { Playhead } from '../core/playhead.ts';
import type { Story } from '../core/story.ts';
import { withinMinute } from '../net/times.ts';
import { createMissingWords, wordsOf } from './controllers/missing-words.ts';
import type { StoryMode } from './controllers/read-guide.ts';
import { createMoves } from './controllers/story-moves.ts';
import { createSession, type Session, styleHost } from './controllers/story-session.ts';
import { createSource } from './controllers/story-source.ts';
import type { Picture } from './controllers/story-stages.ts';
import { emit } from './emit.ts';
import { findSteps } from './find-steps.ts';
import { damaged } from './load-story.ts';
import { storyView } from './map-story-view.ts';
import { needPart } from './need-part.ts';
import type { StoryStage } from './story-stage.ts';
import { mapStoryStyles } from './styles/map-story.ts';
import { paletteStyles, tokens } from './styles/tokens.ts';

const CHART = ['The chart', () => import('./define-chart.ts')] as const;

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
    story: { attribute: false, noAccessor: true },
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
  readonly #missing = createMissingWords(this, (message) => Object.assign(this, { message }));
  readonly #source = createSource({
    host: this,
    onStory: (before) => this.requestUpdate('story', before),
    onFail: (error) => this.#missing.say('story', error ? wordsOf(error) : ''),
  });
  readonly #moves = createMoves({
    guide: () => this.#session?.guide(),
    story: () => this.story,
    onError: (message) => emit(this, 'story-error', message),
  });

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

  /**
   * The compiled story: set it instead of `src`, or read what `src` has brought. What is no story that can be drawn is not
   * taken: the reader is told, and the property is then `undefined`.
   */
  get story(): Story | undefined {
    return this.#source.story();
  }

  set story(value: Story | undefined) {
    this.#source.set(value);
  }

  /**
   * Goes at once to a step, `progress` (0 to 1) of it read; waits until the story has loaded. Calls are done in
   * their order. Rejects, and `story-error` is sent, where there is no such step.
   */
  seek(stepId: string, progress = 0): Promise<void> {
    return this.#moves.seek(stepId, progress);
  }

  /** Goes on to the next step, moving there as the reader's wish for motion allows; waits as {@link seek} does. */
  next(): Promise<void> {
    return this.#moves.next();
  }

  /** Goes back to where the present step begins, or from there to the one before; waits as {@link seek} does. */
  previous(): Promise<void> {
    return this.#moves.previous();
  }

  /**
   * Resolves with the present frame once the map, which it asks for, shows exactly that, tiles and
   * labels included. Where there are stills only, it is the frame of the present still. Rejects, with what the reader is told,
   * where the story or something of the map does not come, and in any case after a minute.
   */
  settled(): Promise<Frame> {
    return withinMinute(this.#settle());
  }

  async #settle(): Promise<Frame> {
    for (; !this.#session; await new Promise(requestAnimationFrame)) {
      if (this.message) throw new Error(this.message);
    }
    const frame = await this.#session.settled();
    return this.updateComplete.then(() => frame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#source.stop();
    this.#end();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    if (this.story) this.#begin();
    else if (this.src) this.#source.load(this.src);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#session) styleHost(this);
    if (changed.has('src') && this.src && !this.story) this.#source.load(this.src);
    if (changed.has('story')) this.#begin();
    if (changed.has('mode')) this.#session?.follow(this.mode);
    if (changed.has('placeNames')) this.#name();
    if (changed.has('stills')) this.#session?.setStills(this.stills);
  }

  #end(): void {
    this.#session?.dispose();
    this.#session = undefined;
  }

  #begin(): void {
    const { story } = this;
    this.#end();
    if (!story || !this.isConnected) return;
    this.#bringToLife(story).catch((error: unknown) => {
      // Its form is right, and its data are not what its layers need.
      if (this.story === story) this.#missing.say('story', wordsOf(damaged(error)));
    });
  }

  async #bringToLife(story: Story): Promise<void> {
    if (story.chart) needPart(this, ...CHART).then(({ defineChart }) => defineChart());
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
        this.#missing.say('map', picture.shown ? '' : picture.trouble);
      },
      onRest: () => this.#describe(),
    });
    this.#session.setStills(this.stills);
    this.#name();
    this.#moves.begin();
    this.#session.follow(this.mode);
  }

  #name(chosen?: CustomEvent<PlaceNames>): void {
    if (chosen) this.placeNames = chosen.detail;
    this.#session?.setPlaceNames(parsePlaceNames(this.placeNames));
  }

  #show(frame: Frame, held: boolean): void {
    const step = this.#frame?.step;
    this.#frame = frame;
    this.held = held;
    this.requestUpdate();
    emit(this, 'story-frame', frame);
    if (frame.step === step) return;
    if (step) this.#missing.goOn();
    this.#describe();
    emit(this, 'story-step', frame.step);
  }

  #describe(): void {
    if (this.story && this.#frame) this.described = describeFrame(this.story, this.#frame);
  }

  protected override render() {
    const { story, picture, described, held, stills, message = '' } = this;
    const shown = { story, picture, described, held, stills, message };
    const view = { ...shown, frame: this.#frame, ends: this.#session?.ends() };
    return storyView(this, view, {
      onPlaceNames: (event) => this.#name(event),
      onStills: ({ detail }) => Object.assign(this, { stills: detail }),
      onReturn: () => this.#session?.returnToStory(),
      onSeek: ({ detail }) => this.#session?.guide().visit(detail),
      onAction: ({ detail }) => this[detail](),
    });
  }
}
