import { css, html, LitElement, type PropertyValues, svg } from 'lit';
import type { Day } from '../core/calendar.ts';
import { describeRow } from '../core/chart-text.ts';
import type { Chart, Range, Story } from '../core/story.ts';
import { wantPart } from './need-part.ts';
import { tokens } from './styles/tokens.ts';
import { placeOf } from './timeline-scale.ts';

/** A story that has a chart, and so dates. */
type ChartedStory = Story & { chart: Chart; dates: Range<Day> };

/** A corner of an area, per cent of the chart's width and height, from the top left. */
type Corner = [x: number, y: number];

const TABLE = ['The table', () => import('./story-table.ts')] as const;

/** Lower than this, per cent of the chart's height, an area has no room for its name. */
const NAMED_FROM = 36;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** The upper edge of each series from left to right, and the chart's bottom as the last. */
function edgesOf({ chart: { rows, series }, dates }: ChartedStory): Corner[][] {
  const most = Math.max(...rows.map(([, ...values]) => sum(values))) || 1;
  return [...series, 0].map((_, i) =>
    rows.map(([day, ...values]) => [
      placeOf(day, dates),
      100 - (100 * sum(values.slice(i))) / most,
    ]),
  );
}

function drawChart(story: ChartedStory) {
  const edges = edgesOf(story);
  return html`${story.chart.series.map(({ title, side }, i) => {
    const [upper, lower] = [edges[i]!, edges[i + 1]!];
    const outline = [...upper, ...lower.toReversed()].map(([x, y]) => `${x}% ${y}%`);
    const [x, top] = upper.at(-1)!;
    const height = lower.at(-1)![1] - top;
    return html`<i class=${side} .style=${`clip-path:polygon(${outline})`}></i>
      <b ?hidden=${height < NAMED_FROM} .style=${`right:${100 - x}%;top:${top + height / 2}%`}
        >${title}</b
      >`;
  })}<svg viewBox="0 0 100 100" preserveAspectRatio="none">
    ${edges.map((edge) => svg`<polyline points=${edge} />`)}
  </svg>`;
}

/**
 * A small area chart on the timeline's scale. The arrow keys and a pointer read it row by row, which
 * does not move the story; a button shows all of it as a table.
 *
 * @tagname story-chart
 * @summary The story's chart, as a slider over the rows of its table.
 */
export class StoryChart extends LitElement {
  static override properties = { story: { attribute: false }, row: { state: true } };

  /** A story that has a chart. */
  declare story: ChartedStory;
  /** The day of the timeline's mark, where reading begins. It is read when that happens, so it draws nothing. */
  declare day: Day | null | undefined;
  /** Index of the row that is read. */
  declare private row: number;

  static override styles = [
    tokens,
    css`
      :host {
        display: grid;
        grid-template-columns: subgrid;
        font: 0.875rem/1.3 var(--legenda-display);
        font-variant-numeric: lining-nums;
      }
      div {
        position: relative;
        touch-action: pan-y;
      }
      div:focus-visible {
        outline-offset: -1px;
      }
      i,
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      i {
        background: var(--legenda-neutral);
        opacity: 0.4;
      }
      .north {
        background: repeating-linear-gradient(135deg, var(--legenda-north) 0 2px, #0000 2px 5px);
      }
      .south {
        background: var(--legenda-south);
      }
      b {
        position: absolute;
        padding: 0 3px;
        background: color-mix(in srgb, var(--legenda-paper) 80%, #0000);
        transform: translate(-2px, -50%);
        font: 0.6875rem/10px var(--legenda-text);
      }
      polyline {
        fill: none;
        stroke: var(--legenda-ink);
        vector-effect: non-scaling-stroke;
      }
      span {
        position: absolute;
        bottom: calc(100% + 52px);
        left: var(--at);
        width: max-content;
        max-width: 100%;
        padding: 0.2rem 0.6rem;
        background: var(--legenda-paper);
        border: 1px solid var(--legenda-rule);
        transform: translateX(calc(-1 * var(--at)));
        pointer-events: none;
      }
      div::after {
        position: absolute;
        left: var(--at);
        height: 100%;
        border-left: 2px dotted var(--legenda-ink);
        content: '';
      }
      div:not(:hover, :focus-visible) span,
      div:not(:hover, :focus-visible)::after {
        display: none;
      }
      button {
        all: unset;
        width: 50%;
        line-height: 24px;
        text-align: center;
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
    if (changed.has('story')) this.#drawn = drawChart(this.story);
  }

  /** Reads the row nearest to a place, per cent of the chart's width. */
  #read(place: number): void {
    const { chart, dates } = this.story;
    const distances = chart.rows.map(([day]) => Math.abs(placeOf(day, dates) - place));
    this.row = distances.indexOf(Math.min(...distances));
  }

  #onPointer({ clientX, currentTarget }: PointerEvent): void {
    const { left, width } = (currentTarget as HTMLElement).getBoundingClientRect();
    this.#read(((clientX - left) / width) * 100);
  }

  #onFocus({ target }: FocusEvent): void {
    // A pointer has chosen its row already.
    if ((target as HTMLElement).matches(':focus-visible')) {
      this.#read(placeOf(this.day ?? 0, this.story.dates));
    }
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.story.chart.rows.length - 1;
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

  #showTable(): Promise<void> {
    return wantPart(this, TABLE, ({ showTable }) => showTable(this.renderRoot, this.story));
  }

  protected override render() {
    const { chart, dates, lang } = this.story;
    const row = chart.rows[this.row]!;
    const said = describeRow(chart, row, lang);
    return html`<div
        role="slider"
        tabindex="0"
        aria-label=${chart.title}
        aria-valuemin="1"
        aria-valuemax=${chart.rows.length}
        aria-valuenow=${this.row + 1}
        aria-valuetext=${said}
        .style=${`--at:${placeOf(row[0], dates)}%`}
        @keydown=${this.#onKey}
        @focus=${this.#onFocus}
        @pointerdown=${this.#onPointer}
        @pointermove=${this.#onPointer}
      >
        ${this.#drawn}
        <span>${said}</span>
      </div>
      <button @click=${this.#showTable}>Table</button>`;
  }
}
