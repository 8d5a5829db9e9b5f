import { css, html } from 'lit';
import { SHORTCUTS, type Shortcut } from '../shortcuts.ts';
import { PanelDialog } from './panel-dialog.ts';

/**
 * The keys of presenting, in a dialog.
 *
 * @summary All shortcuts and what they do.
 * @csspart dialog - The dialog.
 */
export class PresenterHelp extends PanelDialog {
  static override styles = [
    ...PanelDialog.styles,
    css`
      dl {
        columns: 2;
        column-gap: 2.4em;
      }
      dl div {
        display: grid;
        grid-template-columns: 9.4em minmax(0, 15em);
        gap: 0 0.9em;
        padding: 0.34em 0;
        border-bottom: 1px solid var(--legenda-rule);
        break-inside: avoid;
      }
      dt {
        font-weight: 700;
        font-family: var(--legenda-display);
      }
      dd {
        text-wrap: pretty;
      }
      @media (max-width: 959.98px) {
        dl {
          columns: 1;
        }
        dl div {
          grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        }
      }
    `,
  ];

  protected override readonly heading = 'Keys';
  protected override readonly openedBy = 'help';

  protected override aside(): string {
    return 'A clicker’s two keys go on and back.';
  }

  #row({ shown, does }: Shortcut) {
    return html`<div><dt>${shown}</dt><dd>${does}</dd></div>`;
  }

  protected override body() {
    return html`<dl>${SHORTCUTS.map((shortcut) => this.#row(shortcut))}</dl>`;
  }
}
