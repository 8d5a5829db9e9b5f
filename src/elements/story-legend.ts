import { css, html, LitElement, nothing } from 'lit';
import type { Frame } from '../core/frame.ts';
import { type LegendEntry, legendOf, swatchOf } from '../core/legend.ts';
import { languageOf, PLACE_NAMES, type PlaceNames } from '../core/place-names.ts';
import type { Story } from '../core/story.ts';
import type { Picture } from './controllers/story-stages.ts';
import { emit } from './emit.ts';
import { tokens } from './styles/tokens.ts';

const line = (entry: LegendEntry) => html`<li>
  <svg viewBox="0 0 30 16" aria-hidden="true" fill=${entry.color} stroke=${entry.color}
    stroke-dasharray=${entry.dash} .innerHTML=${swatchOf(entry)}></svg>
  <span>${entry.text}</span>
</li>`;

const forms = Object.entries(PLACE_NAMES) as [PlaceNames, string][];

/**
 * The key to what the map shows now: nothing that is not there, and all that is; and the choice of how
 * names are written, and of stills.
 *
 * @tagname story-legend
 * @summary The legend of the present frame.
 * @event {CustomEvent<PlaceNames>} story-place-names - The reader has chosen a form of the names; `detail` is a {@link PlaceNames}.
 * @event {CustomEvent<boolean>} story-stills - The reader has chosen stills (`detail` is true) or the live map.
 * @csspart legend - The box.
 */
export class StoryLegend extends LitElement {
  static override properties = {
    story: { attribute: false },
    frame: { attribute: false },
    picture: { attribute: false },
    stills: { attribute: false },
  };

  declare story: Story | undefined;
  declare frame: Frame | undefined;
  /** What is on the screen. Stills have names in the story's own form. */
  declare picture: Picture | undefined;
  /** Whether the reader wants stills. */
  declare stills: boolean | undefined;

  static override styles = [
    tokens,
    css`
      :host {
        display: flex;
        justify-content: flex-end;
      }
      details {
        padding: 0.2rem 0.85rem;
        background: color-mix(in srgb, var(--legenda-paper) 94%, transparent);
        border: 1px solid var(--legenda-rule);
      }
      summary {
        min-height: 24px;
        font: italic 0.95rem / 1.5 var(--legenda-display);
        cursor: pointer;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.1rem 1.2rem;
        align-items: center;
        font-size: 0.875rem;
        line-height: 1.3;
      }
      ul {
        display: contents;
      }
      select {
        height: 24px;
        color: inherit;
        background: none;
        border: 1px solid;
        font: inherit;
      }
      select:is(:hover, :focus, :not(:lang(en))) {
        font-family: 'Legenda Names', var(--legenda-text);
      }
      li {
        display: grid;
        grid-template-columns: 30px 1fr;
        gap: 0.65rem;
        align-items: center;
        overflow-wrap: anywhere;
      }
      svg {
        display: block;
        width: 30px;
        height: 16px;
      }
      @media (min-width: 720px) {
        summary {
          position: absolute;
          width: 1px;
          height: 1px;
          min-height: 0;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  readonly #open = window.matchMedia('(min-width: 720px)').matches;

  #entries: LegendEntry[] = [];
  #key = '';

  protected override shouldUpdate(): boolean {
    this.#entries = legendOf(this.story, this.frame);
    const before = this.#key;
    this.#key = JSON.stringify([this.#entries, this.frame?.placeNames, this.picture, this.stills]);
    return this.#key !== before;
  }

  protected override render() {
    if (!this.frame) return nothing;
    return html`<details part="legend" ?open=${this.#open}>
      <summary>Legend</summary>
      <div>
        ${this.#entries.length > 0 ? html`<ul>${this.#entries.map(line)}</ul>` : nothing}
        ${this.#renderMenu(this.frame.placeNames)} ${this.#renderStills()}
      </div>
    </details>`;
  }

  #renderMenu(chosen: PlaceNames) {
    const { live } = this.picture ?? {};
    return html`<label title=${live ? nothing : 'Only on the live map'}>
      Place names
      <select ?disabled=${!live} lang=${languageOf(chosen)} @change=${this.#choose}>
        ${forms.map(
          ([form, words]) =>
            html`<option value=${form} lang=${languageOf(form)} .selected=${form === chosen}>
              ${words}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #renderStills() {
    const { trouble } = this.picture ?? {};
    return html`<label title=${trouble || nothing}>
      <input
        type="checkbox"
        ?disabled=${trouble}
        .checked=${Boolean(this.stills || trouble)}
        @change=${(event: Event) =>
          emit(this, 'story-stills', (event.target as HTMLInputElement).checked)}
      />
      Still maps
    </label>`;
  }

  #choose({ target }: Event): void {
    emit(this, 'story-place-names', (target as HTMLSelectElement).value);
  }
}
