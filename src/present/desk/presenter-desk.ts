import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Story } from '../../core/story.ts';
import { emit } from '../../elements/emit.ts';
import { stillsBeside } from '../../elements/still-address.ts';
import { tokens } from '../../elements/styles/tokens.ts';
import { ask, askWindow } from '../ask.ts';
import type { Lesson } from '../lesson.ts';
import { type PanelName, PanelStack } from '../panels/panel-stack.ts';
import { presentIndex } from '../step-place.ts';
import { deskLayout } from '../styles/desk-layout.ts';
import { deskStyles } from '../styles/desk-styles.ts';
import { sheetStyles } from '../styles/sheet-styles.ts';
import { textStyles } from '../styles/text-styles.ts';
import { createTextPlace } from '../text-place.ts';
import { deskClock } from './desk-clock.ts';
import { deskNotes, NOTES_SIZES } from './desk-notes.ts';
import { type DeskPlace, deskMoves, deskNext, deskSteps } from './desk-steps.ts';
import { type DeskTool, deskTools } from './desk-tools.ts';
import { storyDay } from './story-day.ts';

/**
 * The teacher's window: the live map's place, what comes next, notes, steps, time, and buttons for all that
 * the class's window does.
 *
 * @summary What a teacher sees beside the class's window.
 * @event present-action - The lesson is to change; `detail` is an `Action`.
 * @event present-window - This window alone is to change; `detail` is a `WindowRequest`.
 * @event present-stage - The stage's area has another size or place; `detail` is its `DOMRect`.
 * @csspart stage-area - The free rectangle for the live map.
 * @csspart notes - The notes of the present step.
 * @cssproperty --legenda-type - Size of the type, 18 px or more.
 */
export class PresenterDesk extends LitElement {
  static override properties = {
    story: { attribute: false },
    lesson: { attribute: false },
    src: {},
    date: {},
    minutes: { type: Number },
    now: { type: Number },
    peers: { type: Number },
    playing: { type: Boolean },
    tool: {},
    notice: {},
    notesSize: { state: true },
  };

  declare story: Story | undefined;
  declare lesson: Lesson | undefined;
  /** Address of the story's file; stills lie beside it. */
  declare src: string | undefined;
  /** The day that the map shows, ISO date; without it, the day at the lesson's place. */
  declare date: string | undefined;
  /** How long the lesson is planned to be, minutes; 0 or absent where there is no plan. */
  declare minutes: number | undefined;
  /** The time, milliseconds since 1970; whoever owns the desk keeps it going. */
  declare now: number | undefined;
  /** How many other windows follow the lesson. */
  declare peers: number | undefined;
  /** Whether the map moves to where the lesson is. */
  declare playing: boolean | undefined;
  /** What the mouse does on the map; absent where it moves it. */
  declare tool: DeskTool | undefined;
  /** A short line over the map; empty where there is nothing to say. */
  declare notice: string | undefined;
  declare private notesSize: number | undefined;

  static override styles = [tokens, textStyles, sheetStyles, deskStyles, deskLayout];

  readonly #stack = new PanelStack(this);
  readonly #putText = createTextPlace();
  readonly #resized = new ResizeObserver(() => this.#tellStage());

  /** Whether a dialog is open: keys are then its own. */
  get isOpen(): boolean {
    return this.#stack.isOpen;
  }

  /** Opens a dialog in place of any other; it shows all titles and stills. */
  open(panel: PanelName): void {
    this.#stack.open(panel);
  }

  /** Closes the dialog that is open. */
  close(): void {
    this.#stack.close();
  }

  /** Where the live map goes, CSS pixels of the window; empty before the first rendering. */
  stageBox(): DOMRect {
    return this.renderRoot?.querySelector('.stage-area')?.getBoundingClientRect() ?? new DOMRect();
  }

  #tellStage(): void {
    emit(this, 'present-stage', this.stageBox());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.#tellStage);
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.#tellStage);
    this.#resized.disconnect();
  }

  /** The stage's area, and what stands above it: that moves it without giving it another size. */
  #watch(): void {
    for (const part of this.renderRoot?.querySelectorAll('header, .stage-area') ?? [])
      this.#resized.observe(part);
  }

  protected override updated(changed: PropertyValues): void {
    this.#watch();
    this.#putNotes();
    const before = changed.get('lesson') as Lesson | undefined;
    if (before && before.at.step === this.lesson?.at.step) return;
    if (!changed.has('lesson')) return;
    this.renderRoot.querySelector('.notes-text')?.scrollTo(0, 0);
    this.#showPresentStep();
  }

  #putNotes(): void {
    const { story, lesson } = this;
    const notes = story && lesson && story.steps[presentIndex(story, lesson)]?.notes;
    const place = this.renderRoot.querySelector('.notes-text');
    this.#putText(place, notes || '<p>This step has no notes.</p>', this.src);
  }

  /** Scrolls the list alone: `scrollIntoView` would take the whole desk along. */
  #showPresentStep(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.steps');
    const present = list?.querySelector<HTMLElement>('[aria-current]');
    if (!list || !present) return;
    const offset = present.getBoundingClientRect().top - list.getBoundingClientRect().top;
    list.scrollTop += offset - list.clientHeight / 3;
  }

  #connection() {
    const { peers = 0, lesson } = this;
    const follows = peers > 1 ? `${peers} other windows follow.` : 'The class’s window follows.';
    const cover = lesson?.cover ?? 'none';
    return html`<div class="class" part="class">
      <p role="status">
        ${peers > 0 ? follows : 'The class’s window is closed.'}
        ${peers > 0 && cover !== 'none' ? html`<b>The class sees a ${cover} screen.</b>` : nothing}
      </p>
      ${
        peers > 0
          ? nothing
          : html`<button class="strong" @click=${() => askWindow(this, 'open-screen')}>Open it</button>`
      }
    </div>`;
  }

  #header({ story, lesson }: DeskPlace) {
    const index = presentIndex(story, lesson);
    const now = this.now ?? Date.now();
    const day = storyDay(story, lesson, this.date);
    return html`<header>
      <div class="here">
        <h1>${story.steps[index]?.title}</h1>
        <p>Step ${index + 1} of ${story.steps.length}${day ? html` · <b>${day}</b>` : nothing}</p>
      </div>
      ${deskClock({
        began: lesson.began,
        now,
        minutes: this.minutes,
        restart: () => ask(this, { type: 'restart-clock', now: this.now ?? Date.now() }),
      })}
      ${this.#connection()}
    </header>`;
  }

  protected override render() {
    const { story, lesson, minutes, notesSize = NOTES_SIZES.usual } = this;
    if (!story || !lesson) return nothing;
    const place = { story, lesson };
    const stillOf = stillsBeside(this.src);
    const resize = (size: number) => {
      this.notesSize = size;
    };
    return html`${this.#header(place)}
      <div class="stage-area" part="stage-area">
        <p role="status" class=${this.notice ? 'notice' : 'said'}>${this.notice}</p>
      </div>
      ${deskMoves(this, place, this.playing ?? false)}
      <div class="rest">
        ${deskNotes({ size: notesSize, resize })} ${deskTools(this, lesson, this.tool)}
        <div class="side">${deskNext(place, stillOf)} ${deskSteps(this, place)}</div>
      </div>
      ${this.#stack.template({ story, lesson, reveal: true, minutes, stillOf })}`;
  }
}
