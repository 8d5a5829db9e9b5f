import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';
import { tokens } from '../../elements/styles/tokens.ts';
import { actionOf } from '../shortcuts.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { sheetStyles } from '../styles/sheet-styles.ts';

/** A dialog over the lesson. Its content is made when it opens, and gone when it is closed. */
export abstract class PanelDialog extends LitElement {
  static override properties: PropertyDeclarations = { shown: { state: true } };

  declare protected shown: boolean | undefined;

  static override styles = [tokens, sheetStyles, dialogStyles];

  /** What the dialog is called, on it and for screen readers. */
  protected abstract readonly heading: string;
  /** What opens the dialog: its key closes it again. Absent where that key is typed in it. */
  protected readonly openedBy: 'help' | 'overview' | undefined = undefined;

  /** Whether it is open, or about to be. */
  get isOpen(): boolean {
    return this.shown ?? false;
  }

  /** Opens the dialog, and does nothing where it is open. */
  async open(): Promise<void> {
    this.shown = true;
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    this.focusFirst();
  }

  /** Closes the dialog; focus goes back to where it was. */
  close(): void {
    this.renderRoot.querySelector('dialog')?.close();
    this.shown = false;
  }

  /** What stands under the heading. */
  protected abstract body(): unknown;

  /** What stands beside the heading. */
  protected aside(): string {
    return '';
  }

  /** Focuses what is used first. */
  protected focusFirst(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  /** A key pressed in the dialog that does not close it. */
  protected pressed(_event: KeyboardEvent): void {}

  /** The browser tells it late: by then there may be another dialog, opened anew. */
  #onClose(dialog: Element): void {
    if (dialog.isConnected) this.shown = false;
  }

  #onKey(event: KeyboardEvent): void {
    // Keys typed in a dialog are not meant for the lesson under it.
    event.stopPropagation();
    const isToggle = this.openedBy !== undefined && actionOf(event) === this.openedBy;
    // The browser closes it on Escape by itself; closed before that, Escape would leave full screen.
    if (isToggle && event.key !== 'Escape') this.close();
    else this.pressed(event);
  }

  protected override render() {
    if (!this.shown) return nothing;
    // The sheet takes focus on a click, so that keys still come to the dialog.
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      closedby="any"
      @close=${({ target }: Event) => this.#onClose(target as Element)}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
    >
      <div class="sheet" tabindex="-1">
        <header>
          <h2 id="heading">${this.heading}</h2>
          <p class="aside">${this.aside()}</p>
          <button @click=${() => this.close()}>Close</button>
        </header>
        ${this.body()}
      </div>
    </dialog>`;
  }
}
