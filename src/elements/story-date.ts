import { css, html, LitElement, nothing } from 'lit';
import { formatDay, parseDay } from '../core/calendar.ts';
import { doubtOf } from '../core/doubt.ts';
import { tokens } from './styles/tokens.ts';

/**
 * The day that the map shows, and how sure it is.
 *
 * @tagname story-date
 * @summary The frame's date, large, with the front's doubt under it.
 * @csspart date - The date.
 * @csspart doubt - The line about uncertainty.
 */
export class StoryDate extends LitElement {
  static override properties = {
    date: {},
    lang: {},
    uncertainty: { type: Number },
    broken: { type: Boolean },
  };

  /** ISO date; empty or absent where the picture belongs to no day. */
  declare date: string | undefined;
  /** How far the front may be off, km; 0 or absent where it is not shown. */
  declare uncertainty: number | undefined;
  /** Whether there was no continuous front. */
  declare broken: boolean | undefined;

  static override styles = [
    tokens,
    css`
      :host {
        display: flex;
        align-items: flex-start;
        justify-content: flex-end;
        text-align: right;
      }
      div {
        padding: 0.35rem 0.85rem;
        background: color-mix(in srgb, var(--legenda-paper) 94%, transparent);
        border: 1px solid var(--legenda-rule);
      }
      .date {
        margin: 0;
        font: 700 clamp(1.5rem, 3.1vw, 2.6rem) / 1.1 var(--legenda-display);
        font-variant-numeric: lining-nums;
      }
      .doubt {
        margin: 0.15rem 0 0;
        font: italic 1rem / 1.2 var(--legenda-display);
      }
      @media (max-width: 719.98px) {
        :host {
          justify-content: flex-start;
          text-align: left;
        }
        div {
          padding: 0.2rem 0.6rem;
        }
        .doubt {
          font-size: 0.875rem;
        }
      }
    `,
  ];

  protected override render() {
    const day = parseDay(this.date ?? '');
    if (day === undefined) return nothing;
    const doubt = doubtOf(this.uncertainty, this.broken);
    return html`<div>
      <p class="date" part="date">
        <time dir="auto" datetime=${this.date}>${formatDay(day, this.lang || 'en')}</time>
      </p>
      ${doubt ? html`<p class="doubt" part="doubt">${doubt}</p>` : nothing}
    </div>`;
  }
}
