import { css, html, LitElement, nothing, svg } from 'lit';
import type { Frame, FrameLayer } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import { languageOf, PLACE_NAMES, type PlaceNames } from '../core/place-names.ts';
import type { Story, StoryLayer } from '../core/story.ts';
import type { Picture } from './controllers/story-stages.ts';
import { emit } from './emit.ts';
import { tokens } from './styles/tokens.ts';

/** One line of the legend. */
interface Entry {
  swatch: keyof typeof drawings;
  color: string;
  text: string;
  /** Dashes of a line, as SVG writes them; empty where it has none. */
  dash?: string;
}

function lineEntries(title: string, part: FrameLayer & { kind: 'dated-line' }): Entry[] {
  const color = palette.ink;
  const words = part.continuous ? { text: title } : { text: 'No continuous front', dash: '7 4.5' };
  const halo: Entry = { swatch: 'halo', color, text: 'Soft edge: where it may have been' };
  return [{ swatch: 'front', color, ...words }, ...(part.uncertainty > 0 ? [halo] : [])];
}

function styleEntry({ style, title: text, side }: StoryLayer): Entry {
  const paint = (style?.paint ?? {}) as Record<string, unknown>;
  const color = String(paint['line-color'] ?? paint['fill-color'] ?? palette[side]);
  const dashes = paint['line-dasharray'];
  const dash = Array.isArray(dashes) ? dashes.map((length) => length * 1.5).join(' ') : '';
  return { swatch: 'line', color, text, dash };
}

function entriesOf(layer: StoryLayer, part: FrameLayer): Entry[] {
  const { title: text, side, sides } = layer;
  if (part.kind === 'dated-area' && sides) {
    return [
      { swatch: 'hatch', color: palette.north, text: sides.north },
      { swatch: 'plain', color: palette.south, text: sides.south },
    ];
  }
  if (!text || (part.kind === 'route' && part.paths.length === 0)) return [];
  if (part.kind === 'dated-line') return lineEntries(text, part);
  if (part.kind === 'style') return [styleEntry(layer)];
  const { kind: swatch } = part;
  const isDrawn = swatch === 'route' || swatch === 'area' || swatch === 'points';
  return isDrawn ? [{ swatch, color: palette[side], text }] : [];
}

const ARMS: Entry = {
  swatch: 'unit',
  color: palette.ink,
  text: 'Arms: XX division, XXX corps, XXXX army',
};

/** What the legend says of a frame. */
function legendOf(story: Story | undefined, frame: Frame | undefined): Entry[] {
  const entries = (frame?.layers ?? []).flatMap((part) => {
    const layer = story?.layers.find(({ id }) => id === part.id);
    return layer ? entriesOf(layer, part) : [];
  });
  const named = frame?.labels.some(({ id }) => story?.places[id]?.unit);
  return named ? [...entries, ARMS] : entries;
}

/** A box, filled as much as `opacity` says. */
const box = (opacity: number) =>
  svg`<rect x="1" y="2" width="28" height="12" fill-opacity=${opacity} />`;

/** What stands in the swatches, in the entry's colour unless it has its own. */
const drawings = {
  hatch: svg`${box(0.2)}<path d="M1 10 9 2M5 14 17 2M13 14 25 2M21 14 29 6" stroke-opacity=".7"/>`,
  plain: box(0.2),
  front: svg`<g stroke-width="3"><path d="M0 6h30" stroke=${palette.north} /><path d="M0 10h30" stroke=${palette.south} /></g>`,
  halo: svg`<g stroke="none"><path d="M0 1h30v14H0" fill-opacity=".13"/><path d="M0 5h30v6H0" fill-opacity=".22"/></g>`,
  route: svg`<path d="M0 8h20" stroke-width="3.6"/><path d="m30 8-13-6 3 6-3 6z" stroke="none"/>`,
  line: svg`<path d="M0 8h30" stroke-width="2"/>`,
  area: svg`<g stroke-dasharray="5 2.5">${box(0.16)}</g>`,
  points: svg`<circle cx="15" cy="8" r="5" stroke="none"/>`,
  unit: box(0),
};

const line = ({ swatch, color, text, dash }: Entry) => html`<li>
  <svg viewBox="0 0 30 16" aria-hidden="true" fill=${color} stroke=${color} stroke-dasharray=${dash}>
    ${drawings[swatch]}
  </svg>
  <span>${text}</span>
</li>`;

const forms = Object.entries(PLACE_NAMES) as [PlaceNames, string][];

/**
 * The key to what the map shows now: nothing that is not there, and all that is; and the choice of how
 * names are written, and of stills.
 *
 * @summary The legend of the present frame.
 * @event story-place-names - The reader has chosen a form of the names; `detail` is a {@link PlaceNames}.
 * @event story-stills - The reader has chosen stills (`detail` is true) or the live map.
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

  #entries: Entry[] = [];
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
