import { css, html, nothing, type PropertyDeclarations } from 'lit';
import { matchSteps } from './match-steps.ts';
import { StepsPanel } from './steps-panel.ts';

/**
 * A step's number, or part of its title, typed in a dialog.
 *
 * @summary Goes to a step by its number or its title.
 * @event present-action - A step was chosen; `detail` is `{ type: 'visit', step }`.
 * @csspart dialog - The dialog.
 */
export class PresenterGoto extends StepsPanel {
  static override properties: PropertyDeclarations = { text: { state: true } };

  declare private text: string | undefined;

  static override styles = [
    ...StepsPanel.styles,
    css`
      dialog {
        width: min(96vw, 26em);
        margin-top: 9vh;
        max-height: 86vh;
      }
      label {
        display: block;
        padding-bottom: 0.3em;
      }
      input {
        width: 100%;
        min-height: 48px;
        padding: 0.3em 0.5em;
        color: inherit;
        background: var(--legenda-paper);
        border: 2px solid var(--legenda-ink);
        border-radius: 0;
        font: inherit;
      }
      p {
        padding: 0.5em 0;
        color: var(--legenda-soft-ink);
      }
      ol {
        padding: 0;
        list-style: none;
      }
      li button {
        display: grid;
        grid-template-columns: 1.8em 1fr auto;
        align-items: baseline;
        width: 100%;
        border-color: transparent transparent var(--legenda-rule);
        text-align: left;
      }
      b {
        font-family: var(--legenda-display);
      }
      i {
        color: var(--legenda-soft-ink);
      }
    `,
  ];

  protected override readonly heading = 'Go to a step';

  override open(): Promise<void> {
    this.text = '';
    return super.open();
  }

  protected override focusFirst(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override pressed(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('input, li button')];
    const from = stops.findIndex((stop) => stop.matches(':focus'));
    stops[Math.min(Math.max(from + step, 0), stops.length - 1)]?.focus();
  }

  get #titles(): (string | undefined)[] {
    const steps = this.story?.steps ?? [];
    return steps.map(({ title }, index) => (this.mayBeSeen(index) ? title : undefined));
  }

  #message(found: number, titles: readonly (string | undefined)[]): string {
    const text = this.text?.trim() ?? '';
    const count = titles.length;
    if (!text) return `A number from 1 to ${count}, or part of a title.`;
    if (found > 0)
      return found === 1
        ? 'One step. Enter goes there.'
        : `${found} steps. Enter goes to the first.`;
    if (/^\d+$/.test(text)) return `There is no step ${text}. The last one is ${count}.`;
    const hidden = titles.includes(undefined) ? ' Titles still to come are not searched.' : '';
    return `No step’s title has “${text}” in it.${hidden}`;
  }

  #row(index: number, title: string | undefined, isFirst: boolean) {
    return html`<li>
      <button @click=${() => this.visit(index)}>
        <b>${index + 1}</b> <span>${title ?? html`<i>still to come</i>`}</span>
        ${isFirst ? html`<i aria-hidden="true">Enter</i>` : nothing}
      </button>
    </li>`;
  }

  protected override body() {
    const titles = this.#titles;
    const found = matchSteps(titles, this.text ?? '');
    return html`<form
        @submit=${(event: Event) => {
          event.preventDefault();
          this.visit(found[0]);
        }}
      >
        <label for="wanted">Its number, or part of its title</label>
        <input
          id="wanted"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="go"
          .value=${this.text ?? ''}
          @input=${(event: InputEvent) => {
            this.text = (event.target as HTMLInputElement).value;
          }}
        />
      </form>
      <p role="status">${this.#message(found.length, titles)}</p>
      <ol>
        ${found.map((index, place) => this.#row(index, titles[index], place === 0))}
      </ol>`;
  }
}
