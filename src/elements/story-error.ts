import { css, html, LitElement, nothing } from 'lit';
import { tokens } from './styles/tokens.ts';

/**
 * Says what could not be done, in words for the reader.
 *
 * @summary A message in place of what is missing.
 * @csspart message - The box.
 */
export class StoryError extends LitElement {
  static override properties = { message: {} };

  /** Plain text; empty or absent shows nothing. */
  declare message: string | undefined;

  static override styles = [
    tokens,
    css`
      p {
        margin: 0;
        max-width: 34rem;
        padding: 0.9rem 1.2rem;
        background: var(--legenda-paper);
        border: 1px solid var(--legenda-rule);
        border-left: 4px solid var(--legenda-north);
        font-size: 1rem;
        line-height: 1.45;
      }
    `,
  ];

  protected override render() {
    return html`<div role="alert">
      ${this.message ? html`<p part="message">${this.message}</p>` : nothing}
    </div>`;
  }
}
