import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Story } from '../../core/story.ts';
import { stillsBeside } from '../../elements/still-address.ts';
import { tokens } from '../../elements/styles/tokens.ts';
import { ask, keepFocus } from '../ask.ts';
import type { Lesson } from '../lesson.ts';
import { questionsOf } from '../questions.ts';
import { panelsStyles } from '../styles/panels-styles.ts';
import { sheetStyles } from '../styles/sheet-styles.ts';
import { textStyles } from '../styles/text-styles.ts';
import { createTextPlace } from '../text-place.ts';
import { type PanelName, PanelStack } from './panel-stack.ts';

const PAUSE = 'M2 1h4v14H2zM10 1h4v14h-4z';
const PLAY = 'M2 1l13 7-13 7z';

/**
 * What lies over the map in the window of the class: the cover, the questions, a notice, the button that
 * pauses what goes on by itself, and the dialogs for help, overview and “go to”.
 *
 * @summary All that a presenter opens over the map.
 * @event present-action - The lesson is to change; `detail` is an `Action`.
 * @event present-window - This window alone is to change; `detail` is a `WindowRequest`.
 * @csspart cover - The black or white cover, a button that takes it away.
 * @csspart notice - The line that says what the window does now.
 * @csspart pause - The button that pauses autoplay.
 * @csspart questions - The sheet with the questions.
 * @cssproperty --legenda-type - Size of the type; by default 28 px in a window of 1920 × 1080.
 * @cssproperty --legenda-panels-top - Where notice and button stand, from the window's top.
 * @cssproperty --legenda-questions-bottom - Where the questions end, from the window's bottom.
 */
export class PresenterPanels extends LitElement {
  static override properties = {
    story: { attribute: false },
    lesson: { attribute: false },
    src: {},
    reveal: { type: Boolean },
    minutes: { type: Number },
    notice: {},
    paused: { state: true },
  };

  declare story: Story | undefined;
  declare lesson: Lesson | undefined;
  /** Address of the story's file; stills lie beside it. */
  declare src: string | undefined;
  /** Whether titles and stills of steps still to come may be seen. */
  declare reveal: boolean | undefined;
  /** How long the lesson is planned to be, minutes. */
  declare minutes: number | undefined;
  /** A short line for the presenter; empty where there is nothing to say. */
  declare notice: string | undefined;
  /** Whether autoplay was stopped here, so that its button stays until the story goes on. */
  declare private paused: boolean | undefined;

  static override styles = [tokens, textStyles, sheetStyles, panelsStyles];

  readonly #stack = new PanelStack(this);
  readonly #putText = createTextPlace();

  /** Whether a dialog is open: keys are then its own. */
  get isOpen(): boolean {
    return this.#stack.isOpen;
  }

  /** Opens a dialog in place of any other. */
  open(panel: PanelName): void {
    this.#stack.open(panel);
  }

  /** Closes the dialog that is open. */
  close(): void {
    this.#stack.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('lesson') as Lesson | undefined;
    if (!before || !this.lesson) return;
    const { autoplay, at } = this.lesson;
    if (autoplay || at.step !== before.at.step) this.paused = false;
  }

  protected override updated(): void {
    const { story, lesson } = this;
    const notes = story?.steps.find(({ id }) => id === lesson?.at.step)?.notes ?? '';
    const questions = questionsOf(notes) || '<p>This step has no questions.</p>';
    this.#putText(this.renderRoot.querySelector('.questions .text'), questions, this.src);
  }

  #cover() {
    const cover = this.lesson?.cover ?? 'none';
    if (cover === 'none') return nothing;
    return html`<button
      part="cover"
      class="cover ${cover}"
      aria-label="Show the map again"
      @mousedown=${keepFocus}
      @click=${() => ask(this, { type: cover })}
    ></button>`;
  }

  #pause() {
    const runs = this.lesson?.autoplay ?? false;
    if (!runs && !this.paused) return nothing;
    return html`<button
      part="pause"
      @mousedown=${keepFocus}
      @click=${() => {
        this.paused = runs;
        ask(this, { type: 'autoplay' });
      }}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${runs ? PAUSE : PLAY} /></svg>
      ${runs ? 'Pause' : 'Play'}
    </button>`;
  }

  #questions() {
    if (!this.lesson?.questions) return nothing;
    return html`<section part="questions" class="questions" aria-labelledby="questions" tabindex="0">
      <h2 id="questions">Questions</h2>
      <div class="text" dir="auto"></div>
      <button @mousedown=${keepFocus} @click=${() => ask(this, { type: 'questions' })}>Close</button>
    </section>`;
  }

  protected override render() {
    const cover = this.lesson?.cover ?? 'none';
    const stillOf = stillsBeside(this.src);
    return html`${this.#questions()}
      <div class="top">
        <p role="status" part="notice" class=${this.notice ? 'notice' : 'said'}>${this.notice}</p>
        ${this.#pause()}
      </div>
      ${this.#cover()}
      <p role="status" class="said">${cover === 'none' ? nothing : `The screen is ${cover}.`}</p>
      ${this.#stack.template({ ...this.#shared, stillOf })}`;
  }

  get #shared() {
    const { story, lesson, reveal = false, minutes } = this;
    return { story, lesson, reveal, minutes };
  }
}
