import { css, html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import type { Day } from '../core/calendar.ts';
import { describeRow } from '../core/chart-text.ts';
import type { Chart, Range, Story } from '../core/story.ts';
import { tokens } from './styles/tokens.ts';
import { placeOf } from './timeline-scale.ts';

/** A corner of an area, per cent of the chart's width and height, from the top left. */
type Corner = [x: number, y: number];

/** Lower than this, per cent of the chart's height, an area has no room for its name. */
const NAMED_FROM = 36;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The upper edge of each series from left to right, and the chart's bottom as the last. */
function edgesOf({ rows, series }: Chart, dates: Range<Day>): Corner[][] {
  const most = Math.max(...rows.map(([, ...values]) => sum(values))) || 1;
  return [...series, null].map((_, i) =>
    rows.map(([day, ...values]) => [
      +placeOf(day, dates).toFixed(3),
      +(100 - (100 * sum(values.slice(i))) / most).toFixed(2),
    ]),
  );
}

function drawChart(chart: Chart, dates: Range<Day>) {
  const edges = edgesOf(chart, dates);
  return html`${chart.series.map(({ title, side }, i) => {
    const [upper = [], lower = []] = [edges[i], edges[i + 1]];
    const corners = [...upper, ...[...lower].reverse()].map(([x, y]) => `${x}% ${y}%`);
    const [x, top] = upper.at(-1) ?? [0, 0];
    const height = (lower.at(-1)?.[1] ?? 0) - top;
    return html`<i class=${side} .style=${`clip-path:polygon(${corners})`}></i>${
      height < NAMED_FROM
        ? nothing
        : html`<b .style=${`right:${100.4 - x}%;top:${top + height / 2}%`}>${title}</b>`
    }`;
  })}<svg viewBox="0 0 100 100" preserveAspectRatio="none">
    ${edges.map((edge) => svg`<polyline points=${edge} />`)}
  </svg>`;
}

/**
 * A small area chart on the timeline's scale. The arrow keys and a pointer read it row by row, which
 * does not move the story; a button shows all of it as a table.
 *
 * @summary The story's chart, as a slider over the rows of its table.
 */
export class StoryChart extends LitElement {
  static override properties = { story: { attribute: false }, row: { state: true } };

  declare story: Story | undefined;
  /** The frame's day, where reading begins. It is read when that happens, so it draws nothing. */
  declare day: Day | null | undefined;
  /** Index of the row that is read. */
  declare private row: number;

  static override styles = [
    tokens,
    css`
      :host {
        display: grid;
        grid-template-columns: subgrid;
        font: 400 0.875rem/1.3 var(--legenda-display);
        font-variant-numeric: lining-nums;
      }
      .plot {
        position: relative;
        touch-action: pan-y;
      }
      i,
      svg,
      .mark {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      i {
        background: color-mix(in srgb, var(--legenda-neutral) 22%, transparent);
      }
      .north {
        background: repeating-linear-gradient(
          135deg,
          color-mix(in srgb, var(--legenda-north) 60%, transparent) 0 1px,
          color-mix(in srgb, var(--legenda-north) 22%, transparent) 1px 5px
        );
      }
      .south {
        background: color-mix(in srgb, var(--legenda-south) 26%, transparent);
      }
      b {
        position: absolute;
        transform: translateY(-50%);
        font-weight: 400;
        font-size: 0.75rem;
        line-height: 1;
        text-shadow: 0 0 3px var(--legenda-paper), 0 0 3px var(--legenda-paper);
      }
      polyline {
        fill: none;
        stroke: var(--legenda-ink);
        vector-effect: non-scaling-stroke;
      }
      .mark {
        visibility: hidden;
        border-left: 1px dashed var(--legenda-ink);
        pointer-events: none;
      }
      .plot:is(:hover, :focus-visible) .mark {
        visibility: visible;
      }
      p {
        position: absolute;
        bottom: calc(100% + 52px);
        width: max-content;
        max-width: 100%;
        margin: 0;
        padding: 0.2rem 0.6rem;
        background: var(--legenda-paper);
        border: 1px solid var(--legenda-rule);
      }
      button {
        padding: 0;
        color: var(--legenda-ink);
        background: none;
        border: 0;
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];

  #drawn: unknown;

  constructor() {
    super();
    this.row = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { chart, dates } = this.story ?? {};
    if (changed.has('story')) this.#drawn = chart && dates && drawChart(chart, dates);
  }

  /** Reads the row nearest to a place, per cent of the chart's width. */
  #read(place: number): void {
    const { chart, dates } = this.story!;
    const distances = chart!.rows.map(([day]) => Math.abs(placeOf(day, dates!) - place));
    this.row = distances.indexOf(Math.min(...distances));
  }

  #onPointer({ clientX, currentTarget }: PointerEvent): void {
    const { left, width } = (currentTarget as HTMLElement).getBoundingClientRect();
    this.#read(((clientX - left) / width) * 100);
  }

  #onFocus({ target }: FocusEvent): void {
    const { dates } = this.story!;
    if (!(target as HTMLElement).matches(':focus-visible')) return;
    this.#read(placeOf(this.day ?? dates![0], dates!));
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.story!.chart!.rows.length - 1;
    const far = Math.ceil(last / 12);
    const moves: Record<string, number> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: far,
      PageDown: -far,
      Home: -last,
      End: last,
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    // The page's own keys would move the story.
    event.stopPropagation();
    this.row = Math.min(Math.max(this.row + move, 0), last);
  }

  async #showTable(): Promise<void> {
    const { StoryTable } = await import('./story-table.ts');
    if (!customElements.get('story-table')) customElements.define('story-table', StoryTable);
    const table = new StoryTable();
    table.story = this.story;
    this.renderRoot.append(table);
  }

  protected override render() {
    const { chart, dates, lang = 'en' } = this.story ?? {};
    const row = chart?.rows[this.row];
    if (!chart || !dates || !row) return nothing;
    const said = describeRow(chart, row, lang);
    const place = placeOf(row[0], dates);
    return html`<div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${chart.title}
        aria-valuemin="1"
        aria-valuemax=${chart.rows.length}
        aria-valuenow=${this.row + 1}
        aria-valuetext=${said}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @pointerdown=${this.#onPointer}
        @pointermove=${this.#onPointer}
      >
        ${this.#drawn}
        <div class="mark" .style=${`transform:translateX(${place}%)`}>
          <p .style=${`transform:translateX(${-place}%)`}>${said}</p>
        </div>
      </div>
      <button type="button" aria-label="Table: ${chart.title}" @click=${this.#showTable}>
        Table
      </button>`;
  }
}
