import { css, html, nothing, type PropertyDeclarations } from 'lit';
import type { Step } from '../../core/story.ts';
import type { StillOf } from '../../elements/still-address.ts';
import { stillSheet } from '../step-still.ts';
import { StepsPanel } from './steps-panel.ts';

/** How far each key goes in a grid of so many columns. */
const MOVES: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
  Home: () => Number.NEGATIVE_INFINITY,
  End: () => Number.POSITIVE_INFINITY,
};

/**
 * All steps of the story in a dialog, each with its still; arrow keys go through them.
 *
 * @summary The story's steps as a grid of stills, to choose one.
 * @event present-action - A step was chosen; `detail` is `{ type: 'visit', step }`.
 * @csspart dialog - The dialog.
 * @csspart still - Each step's sheet.
 */
export class PresenterOverview extends StepsPanel {
  static override properties: PropertyDeclarations = {
    stillOf: { attribute: false },
    minutes: { type: Number },
  };

  declare stillOf: StillOf | undefined;
  /** How long the lesson is planned to be, minutes. */
  declare minutes: number | undefined;

  static override styles = [
    ...StepsPanel.styles,
    css`
      dialog {
        width: 96vw;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(max(9em, 180px), 1fr));
        gap: 0.9em;
        padding: 0.4em 0 0;
        list-style: none;
      }
      li button {
        display: grid;
        grid-template-rows: auto 1fr;
        width: 100%;
        height: 100%;
        padding: 0.4em;
        border-color: transparent;
        text-align: left;
      }
      li button[aria-current] {
        border-color: var(--legenda-ink);
        box-shadow: 0 0 0 0.12em var(--legenda-ink);
        background: var(--legenda-land);
      }
      li button:focus-visible {
        outline: 0.14em solid var(--legenda-north);
        outline-offset: 0.16em;
      }
      .name {
        display: flex;
        gap: 0.5em;
        padding-top: 0.4em;
        line-height: 1.2;
      }
      b {
        font-family: var(--legenda-display);
      }
    `,
  ];

  protected override readonly heading = 'All steps';
  protected override readonly openedBy = 'overview';

  protected override aside(): string {
    const count = this.story?.steps.length ?? 0;
    const plan = this.minutes ? `, ${this.minutes} minutes planned` : '';
    return `${count} steps${plan}. Arrow keys and Enter choose one.`;
  }

  get #tiles(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('li button')];
  }

  protected override focusFirst(): void {
    const tiles = this.#tiles;
    const present = tiles.find((tile) => tile.hasAttribute('aria-current'));
    (present ?? tiles[0])?.focus();
  }

  protected override pressed(event: KeyboardEvent): void {
    const tiles = this.#tiles;
    const from = tiles.findIndex((tile) => tile.matches(':focus'));
    const move = MOVES[event.key];
    if (!move || from < 0) return;
    event.preventDefault();
    const columns = tiles.filter(({ offsetTop }) => offsetTop === tiles[0]?.offsetTop).length;
    const to = from + move(columns);
    const isUpOrDown = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    // Up from the first row and down from the last stay where they are: they are no step aside.
    if (isUpOrDown && (to < 0 || to >= tiles.length)) return;
    tiles[Math.min(Math.max(to, 0), tiles.length - 1)]?.focus();
  }

  #tile(step: Step, index: number) {
    const isPresent = step.id === this.lesson?.at.step;
    const isSeen = this.mayBeSeen(index);
    return html`<li>
      <button
        aria-current=${isPresent ? 'step' : nothing}
        aria-label=${isSeen ? nothing : `Step ${index + 1}, still to come`}
        @click=${() => this.visit(index)}
      >
        ${stillSheet(isSeen ? this.stillOf?.(step.id) : undefined)}
        <span class="name"><b>${index + 1}</b> ${isSeen ? step.title : nothing}</span>
      </button>
    </li>`;
  }

  protected override body() {
    return html`<ol>
      ${this.story?.steps.map((step, index) => this.#tile(step, index))}
    </ol>`;
  }
}
