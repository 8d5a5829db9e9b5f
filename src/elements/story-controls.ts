import { css, html, LitElement, nothing } from 'lit';
import { emit } from './emit.ts';
import { tokens } from './styles/tokens.ts';

/** What the reader asks for with a control. */
export type StoryAction = 'previous' | 'next';

/**
 * Buttons that go step by step.
 *
 * @tagname story-controls
 * @summary Previous and next step.
 * @event {CustomEvent<StoryAction>} story-action - A button was pressed; `detail` is `previous` or `next`.
 * @csspart button - Each button.
 */
export class StoryControls extends LitElement {
  static override properties = {
    first: { type: Boolean },
    last: { type: Boolean },
  };

  /** Whether the reader is where the first step begins. */
  declare first: boolean | undefined;
  /** Whether the reader is at the last step. */
  declare last: boolean | undefined;

  static override styles = [
    tokens,
    css`
      :host {
        display: flex;
      }
      button {
        display: grid;
        width: 44px;
        height: 44px;
        place-items: center;
        color: var(--legenda-ink);
        background: none;
        border: 0;
        border-radius: 50%;
        cursor: pointer;
      }
      button:hover {
        background: var(--legenda-land);
      }
      button[aria-disabled='true'] {
        opacity: 0.4;
        cursor: default;
      }
      svg {
        width: 24px;
        height: 24px;
        fill: none;
        stroke: currentColor;
        stroke-width: 2.2;
      }
    `,
  ];

  #button(action: StoryAction, disabled: boolean | undefined) {
    const [label, arrow] =
      action === 'next'
        ? ['Next step (j)', 'm5 9 7 7 7-7']
        : ['Previous step (k)', 'm5 15 7-7 7 7'];
    return html`<button
      part="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${disabled ? 'true' : nothing}
      @click=${() => !disabled && emit(this, 'story-action', action)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${arrow} /></svg>
    </button>`;
  }

  protected override render() {
    return html`${this.#button('previous', this.first)}${this.#button('next', this.last)}`;
  }
}
