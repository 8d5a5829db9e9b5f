import { css, html, LitElement, nothing, svg } from 'lit';
import type { Frame, FrameLayer } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import { languageOf, PLACE_NAMES, type PlaceNames } from '../core/place-names.ts';
import type { Story, StoryLayer } from '../core/story.ts';
import { tokens } from './styles/tokens.ts';

/** One line of the legend. */
interface Entry {
  swatch: 'hatch' | 'plain' | 'front' | 'broken' | 'halo' | 'route' | 'line' | 'area' | 'point';
  color: string;
  text: string;
}

function lineEntries(title: string, part: FrameLayer & { kind: 'dated-line' }): Entry[] {
  const color = palette.ink;
  const front: Entry = { swatch: 'front', color, text: title };
  const broken: Entry = { swatch: 'broken', color, text: 'No continuous front' };
  const halo: Entry = { swatch: 'halo', color, text: 'Soft edge: where it may have been' };
  return [part.continuous ? front : broken, ...(part.uncertainty > 0 ? [halo] : [])];
}

function entriesOf(layer: StoryLayer, part: FrameLayer): Entry[] {
  const color = palette[layer.side];
  if (part.kind === 'dated-area' && layer.sides) {
    return [
      { swatch: 'hatch', color: palette.north, text: layer.sides.north },
      { swatch: 'plain', color: palette.south, text: layer.sides.south },
    ];
  }
  const unseen = part.kind === 'route' && part.reveal === 0;
  if (!layer.title || unseen) return [];
  if (part.kind === 'dated-line') return lineEntries(layer.title, part);
  if (part.kind === 'style') {
    const paint = layer.style?.paint as Record<string, unknown> | undefined;
    const own = paint?.['line-color'] ?? paint?.['fill-color'];
    return [{ swatch: 'line', color: typeof own === 'string' ? own : color, text: layer.title }];
  }
  const swatches = { route: 'route', area: 'area', points: 'point' } as const;
  const swatch = swatches[part.kind as keyof typeof swatches];
  return swatch ? [{ swatch, color, text: layer.title }] : [];
}

const drawings: Record<Entry['swatch'], (color: string) => unknown> = {
  hatch: (
    c,
  ) => svg`<rect x="1" y="2" width="28" height="12" fill=${c} fill-opacity=".2" stroke=${c}/>
    <path d="M1 10 9 2M5 14 17 2M13 14 25 2M21 14 29 6" stroke=${c} stroke-opacity=".7"/>`,
  plain: (c) =>
    svg`<rect x="1" y="2" width="28" height="12" fill=${c} fill-opacity=".2" stroke=${c}/>`,
  front: () => svg`<path d="M0 6h30" stroke=${palette.north} stroke-width="3"/>
    <path d="M0 10h30" stroke=${palette.south} stroke-width="3"/>`,
  broken:
    () => svg`<path d="M0 6h30" stroke=${palette.north} stroke-width="3" stroke-dasharray="7 4.5"/>
    <path d="M0 10h30" stroke=${palette.south} stroke-width="3" stroke-dasharray="7 4.5"/>`,
  halo: (c) => svg`<rect y="1" width="30" height="14" fill=${c} fill-opacity=".13"/>
    <rect y="5" width="30" height="6" fill=${c} fill-opacity=".22"/>`,
  route: (c) =>
    svg`<path d="M0 8h20" stroke=${c} stroke-width="3.6"/><path d="m30 8-13-6 3 6-3 6z" fill=${c}/>`,
  line: (c) => svg`<path d="M0 8h30" stroke=${c} stroke-width="2" stroke-dasharray="6 3"/>`,
  area: (c) => svg`<rect x="1" y="2" width="28" height="12" fill=${c} fill-opacity=".16" stroke=${c}
    stroke-dasharray="5 2.5"/>`,
  point: (c) => svg`<circle cx="15" cy="8" r="5" fill=${c}/>`,
};

const line = ({ swatch, color, text }: Entry) => html`<li>
  <svg viewBox="0 0 30 16" aria-hidden="true">${drawings[swatch](color)}</svg>
  <span>${text}</span>
</li>`;

const forms = Object.entries(PLACE_NAMES) as [PlaceNames, string][];

/**
 * The key to what the map shows now: nothing that is not there, and all that is; and the choice of how
 * names are written.
 *
 * @summary The legend of the present frame.
 * @event story-place-names - The reader has chosen a form of the names; `detail` is a {@link PlaceNames}.
 * @csspart legend - The box.
 */
export class StoryLegend extends LitElement {
  static override properties = { story: { attribute: false }, frame: { attribute: false } };

  declare story: Story | undefined;
  declare frame: Frame | undefined;

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
        font: italic 400 0.95rem / 1.5 var(--legenda-display);
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
      }
      svg {
        display: block;
        width: 30px;
        height: 16px;
        fill: none;
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

  #entries: Entry[] = [];
  #key = '';

  protected override shouldUpdate(): boolean {
    const { story, frame } = this;
    this.#entries = (frame?.layers ?? []).flatMap((part) => {
      const layer = story?.layers.find(({ id }) => id === part.id);
      return layer ? entriesOf(layer, part) : [];
    });
    const before = this.#key;
    this.#key = JSON.stringify([this.#entries, frame?.placeNames]);
    return this.#key !== before;
  }

  protected override render() {
    if (!this.frame) return nothing;
    return html`<details part="legend" ?open=${this.#open}>
      <summary>Legend</summary>
      <div>
        ${this.#entries.length > 0 ? html`<ul>${this.#entries.map(line)}</ul>` : nothing}
        ${this.#renderMenu(this.frame.placeNames)}
      </div>
    </details>`;
  }

  #renderMenu(chosen: PlaceNames) {
    return html`<label>
      Place names
      <select lang=${languageOf(chosen)} @change=${this.#choose}>
        ${forms.map(
          ([form, words]) =>
            html`<option value=${form} lang=${languageOf(form)} .selected=${form === chosen}>
              ${words}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #choose({ target }: Event): void {
    const detail = (target as HTMLSelectElement).value as PlaceNames;
    this.dispatchEvent(
      new CustomEvent('story-place-names', { detail, bubbles: true, composed: true }),
    );
  }
}
