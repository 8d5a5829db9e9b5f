import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { tokens } from '../elements/styles/tokens.ts';
import { sharingStyles } from './styles.ts';

const COPIED = 'Copied.';
const SELECTED = 'It is selected: press Ctrl and C to copy it, on a Mac ⌘ and C.';

/**
 * A text that can be copied and not changed.
 *
 * @summary A field with a button that copies it.
 */
export class SharingText extends LitElement {
  static override properties = {
    label: {},
    text: {},
    lines: { type: Number },
    said: { state: true },
  };

  /** What the text is. */
  declare label: string;
  declare text: string;
  /** How many lines the field has; default 1. */
  declare lines: number | undefined;
  declare private said: string;

  static override styles = [
    tokens,
    sharingStyles,
    css`
      .row > :first-child {
        flex: 1 1 14rem;
        min-width: 0;
      }
      textarea {
        display: block;
        margin-bottom: 0.5rem;
        font: 0.875rem/1.45 ui-monospace, Consolas, monospace;
        overflow-wrap: anywhere;
        resize: vertical;
      }
    `,
  ];

  constructor() {
    super();
    this.label = this.text = this.said = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was copied is not what stands here now.
    if (changed.has('text')) this.said = '';
  }

  async #copy(): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>('input, textarea');
    this.said = '';
    await this.updateComplete;
    try {
      await navigator.clipboard.writeText(this.text);
      this.said = COPIED;
    } catch {
      // There is no clipboard without https, and the reader may have forbidden it.
      field?.focus();
      field?.select();
      this.said = SELECTED;
    }
  }

  #select({ target }: Event): void {
    (target as HTMLInputElement).select();
  }

  protected override render() {
    const { label, text, lines = 1 } = this;
    const field =
      lines > 1
        ? html`<textarea aria-label=${label} rows=${lines} readonly spellcheck="false" .value=${text} @focus=${this.#select}></textarea>`
        : html`<input aria-label=${label} readonly .value=${text} @focus=${this.#select} />`;
    return html`<div class=${lines > 1 ? nothing : 'row'}>
        ${field}<button aria-label=${`Copy: ${label}`} @click=${this.#copy}>Copy</button>
      </div>
      <p role="status">${this.said}</p>`;
  }
}
