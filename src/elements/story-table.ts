import { css, html, LitElement, nothing } from 'lit';
import { chartMarkup } from '../core/chart-markup.ts';
import type { Story } from '../core/story.ts';
import { tokens } from './styles/tokens.ts';

/**
 * All numbers of the story's chart in a dialog, which opens when this is put on a page, and which
 * takes this away when it is closed.
 *
 * @tagname story-table
 * @summary The chart's table, in a dialog.
 */
export class StoryTable extends LitElement {
  static override properties = { story: { attribute: false } };

  declare story: Story | undefined;

  static override styles = [
    tokens,
    css`
      dialog {
        width: min(32rem, 92vw);
        max-height: 86vh;
        padding: 0 1.4rem 1.4rem;
        overflow: auto;
        overscroll-behavior: contain;
        color: inherit;
        background: var(--legenda-paper);
        border: 0;
        border-top: 3px solid var(--legenda-ink);
        font: 1rem/1.4 var(--legenda-text);
      }
      dialog::backdrop {
        background: rgb(47 40 34 / 45%);
      }
      .head {
        position: sticky;
        top: 0;
        display: flow-root;
        padding: 0.5rem 0;
        background: var(--legenda-paper);
      }
      button {
        float: right;
        min-height: 44px;
        padding: 0 1.1rem;
        color: var(--legenda-paper);
        background: var(--legenda-ink);
        border: 0;
        font: inherit;
        cursor: pointer;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: lining-nums tabular-nums;
      }
      caption {
        padding-bottom: 0.6rem;
        font: 700 1.3rem/1.2 var(--legenda-display);
        text-align: left;
      }
      th,
      td {
        padding: 0.2rem 0.4rem 0.2rem 0;
        border-bottom: 1px solid var(--legenda-rule);
        font-weight: 400;
        text-align: right;
      }
      th:first-child {
        text-align: left;
      }
      thead th {
        font-style: italic;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  /** A form would do it by itself, but in a frame forms may be forbidden. */
  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  protected override render() {
    const { chart, lang = 'en' } = this.story ?? {};
    if (!chart) return nothing;
    // Keys typed in a dialog are not meant for the page under it.
    return html`<dialog
      aria-label=${chart.title}
      closedby="any"
      @close=${() => this.remove()}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <div class="head"><button @click=${this.#close}>Close</button></div>
      <div .innerHTML=${chartMarkup(chart, lang)}></div>
    </dialog>`;
  }
}

/** Opens the table of a story's chart in a dialog at the end of `root`, an element's shadow root. */
export function showTable(root: Node, story: Story): void {
  if (!customElements.get('story-table')) customElements.define('story-table', StoryTable);
  const table = new StoryTable();
  table.story = story;
  root.appendChild(table);
}
