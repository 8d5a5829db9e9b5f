import { css, html, LitElement } from 'lit';
import { tokens } from './styles/tokens.ts';

/**
 * One step of a story: its text on a card that rests while the step is read.
 *
 * @tagname story-step
 * @summary A step's card, and the room to scroll through while it is read.
 * @slot - The step's text: a heading, prose, footnotes.
 * @csspart card - The card.
 * @csspart track - The way that the card rests.
 * @cssproperty --legenda-rest - Height in the window at which the card rests; set by `<map-story>`.
 */
export class StoryStep extends LitElement {
  static override properties = { moves: { type: Boolean, reflect: true } };

  /** Whether the picture moves while this step is read, so that it takes longer to scroll through. */
  declare moves: boolean | undefined;

  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        padding-bottom: var(--legenda-gap, 60vh);
        scroll-margin-top: var(--legenda-card-top, 10vh);
      }
      .card {
        position: sticky;
        top: var(--legenda-rest, 10vh);
        padding: 1.6rem 2.1rem 1.4rem;
        background: var(--legenda-paper);
        border-top: 3px solid var(--legenda-ink);
        box-shadow: 0 10px 34px rgb(47 40 34 / 22%);
        font-size: 1.0625rem;
        line-height: 1.52;
      }
      .track {
        height: 32vh;
      }
      :host([moves]) .track {
        height: 85vh;
      }
      @media (max-width: 719.98px) {
        .card {
          padding: 1.1rem 1.15rem 1.2rem;
          border-top: 0;
          box-shadow: none;
        }
        .track {
          height: 18vh;
        }
        :host([moves]) .track {
          height: 55vh;
        }
      }
    `,
  ];

  /** The element that rests. */
  get card(): HTMLElement {
    return this.renderRoot.firstElementChild as HTMLElement;
  }

  /** Where this step lies in a document that has been scrolled so far. CSS pixels. */
  measure(shift: number): { id: string; top: number; bottom: number; card: number } {
    const track = this.renderRoot.lastElementChild as HTMLElement;
    return {
      id: this.id,
      top: this.getBoundingClientRect().top + shift,
      bottom: track.getBoundingClientRect().bottom + shift,
      card: this.card.offsetHeight,
    };
  }

  protected override render() {
    return html`<div class="card" part="card"><slot></slot></div><div class="track" part="track"></div>`;
  }
}
