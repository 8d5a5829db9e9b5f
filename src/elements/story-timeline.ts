import { css, html, LitElement, type PropertyValues, svg } from 'lit';
import { type Day, formatDay, isoDate } from '../core/calendar.ts';
import { clamp } from '../core/easing.ts';
import { markOf } from '../core/step-mark.ts';
import type { Range, Step, Story } from '../core/story.ts';
import { emit } from './emit.ts';
import { tokens } from './styles/tokens.ts';
import { placeOf } from './timeline-scale.ts';

const MS_PER_DAY = 86_400_000;

/** The first days of months within a story's dates. */
function monthsOf([first, last]: Range<Day>): Day[] {
  const start = new Date(first * MS_PER_DAY);
  const months = Array.from({ length: (last - first) / 28 + 2 }, (_, i) => {
    return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i) / MS_PER_DAY;
  });
  return months.filter((day) => day >= first && day <= last);
}

/** The days on which a year begins within a story's dates, and their first. */
const yearsOf = (dates: Range<Day>): Set<Day> =>
  new Set([dates[0], ...monthsOf(dates).filter((day) => isoDate(day).endsWith('-01-01'))]);

/**
 * The story's years with a mark for each step and one for the reader. A click goes to the nearest
 * step; the arrow keys go step by step.
 *
 * @tagname story-timeline
 * @summary The story's time, as a slider over its steps.
 * @event {CustomEvent<string>} story-seek - The reader asks for a step; `detail` is its id.
 * @csspart timeline - The slider.
 */
export class StoryTimeline extends LitElement {
  static override properties = {
    story: { attribute: false },
    step: {},
    day: { attribute: false },
    mark: { attribute: false },
    seen: { attribute: false },
  };

  declare story: Story | undefined;
  /** Id of the present step. */
  declare step: string;
  /** The frame's day; `null` where it has none. */
  declare day: Day | null;
  /** Where the reader's mark stands: the day, or, where the frame has none, the last one before it. */
  declare mark: Day | null;
  /** How many steps it has marks for, and goes to; absent: all. */
  declare seen: number | undefined;

  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        height: 44px;
      }
      .slider {
        position: relative;
        height: 100%;
        cursor: pointer;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
        overflow: visible;
      }
      line {
        stroke: var(--legenda-soft-ink);
      }
      .mark {
        stroke: var(--legenda-ink);
        stroke-width: 1.6;
      }
      .mark.here {
        stroke: var(--legenda-north);
        stroke-width: 3;
      }
      .reader {
        position: absolute;
        top: 15px;
        left: 0;
        width: 100%;
        will-change: transform;
      }
      .reader::before,
      .reader::after {
        position: absolute;
        content: '';
      }
      .reader::before {
        left: -7px;
        width: 14px;
        height: 14px;
        background: var(--legenda-paper);
        border: 2px solid var(--legenda-ink);
        border-radius: 50%;
      }
      .reader::after {
        top: 29px;
        left: -1px;
        height: var(--legenda-chart-height, 0);
        border-left: 2px solid var(--legenda-ink);
      }
      text {
        fill: var(--legenda-ink);
        font: 0.9rem var(--legenda-display);
        font-variant-numeric: lining-nums;
      }
    `,
  ];

  constructor() {
    super();
    this.step = '';
    this.day = null;
    this.mark = null;
  }

  get #steps(): readonly Step[] {
    return (this.story?.steps ?? []).slice(0, this.seen);
  }

  #x(day: Day): number {
    return placeOf(day, this.story?.dates ?? [0, 1]);
  }

  /** From frame to frame only the reader's mark moves; the words follow with the step or the focus. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const moves = [...changed].every(
      ([name, old]) =>
        (name === 'mark' || (name === 'day' && this.day !== null)) && typeof old === 'number',
    );
    if (!this.hasUpdated || !moves) return true;
    this.#moveReader();
    return false;
  }

  protected override updated(): void {
    this.#moveReader();
  }

  #moveReader(): void {
    const place = this.#x(this.mark ?? 0);
    const reader = this.renderRoot.querySelector<HTMLElement>('.reader');
    // Moved without laying anything out, in every frame.
    reader?.style.setProperty('transform', `translateX(${place}%)`);
  }

  #ask(id: string | undefined): void {
    if (id !== undefined) emit(this, 'story-seek', id);
  }

  #onClick(event: PointerEvent): void {
    const box = this.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * 100;
    const dated = this.#steps.filter(({ date }) => date);
    const distance = ({ date }: Step): number => Math.abs(this.#x(date?.[0] ?? 0) - at);
    this.#ask([...dated].sort((a, b) => distance(a) - distance(b))[0]?.id);
  }

  #onKey(event: KeyboardEvent): void {
    const ids = this.#steps.map(({ id }) => id);
    const here = ids.indexOf(this.step);
    const targets: Record<string, number> = {
      ArrowRight: here + 1,
      ArrowUp: here + 1,
      ArrowLeft: here - 1,
      ArrowDown: here - 1,
      Home: 0,
      End: ids.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#ask(ids[clamp(target, 0, ids.length - 1)]);
  }

  #marks() {
    return this.#steps.map((step) => {
      const { id } = step;
      const x = `${this.#x(markOf(this.#steps, step, 0) ?? 0)}%`;
      const here = id === this.step;
      return svg`<line class=${here ? 'mark here' : 'mark'} x1=${x} x2=${x} y1=${here ? 6 : 12} y2="22"/>`;
    });
  }

  protected override render() {
    const { story } = this;
    if (!story?.dates) return html``;
    const index = story.steps.findIndex(({ id }) => id === this.step);
    const title = story.steps[index]?.title ?? '';
    const when = this.day === null ? '' : `${formatDay(this.day, story.lang)}, `;
    return html`<div
      class="slider"
      part="timeline"
      role="slider"
      tabindex="0"
      aria-label="Timeline"
      aria-valuemin="1"
      aria-valuemax=${story.steps.length}
      aria-valuenow=${index + 1}
      aria-valuetext="${when}step ${index + 1} of ${story.steps.length}: ${title}"
      @click=${this.#onClick}
      @keydown=${this.#onKey}
      @focus=${() => this.requestUpdate()}
    >
      <svg aria-hidden="true">
        <line x1="0" x2="100%" y1="22" y2="22" />
        ${monthsOf(story.dates).map(
          (day) => svg`<line x1="${this.#x(day)}%" x2="${this.#x(day)}%" y1="22" y2="26"/>`,
        )}
        ${Array.from(
          yearsOf(story.dates),
          (day) => svg`<text x="${this.#x(day)}%" y="40">${isoDate(day).slice(0, 4)}</text>`,
        )}
        ${this.#marks()}
      </svg>
      <div class="reader"></div>
    </div>`;
  }
}
