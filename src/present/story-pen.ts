import { css, html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import type { Stage } from '../core/stage.ts';
import type { LngLat } from '../core/story.ts';
import { emit } from '../elements/emit.ts';
import { tokens } from '../elements/styles/tokens.ts';
import type { DrawnLine } from './lesson.ts';
import { distance, type Point } from './pen-geometry.ts';

/** What a hand on the map does. */
export type PenTool = 'none' | 'pointer' | 'draw' | 'erase';

/** CSS pixels: a line this near to the eraser goes, and a hand that moved less has not moved. */
const REACH = 18;
const LEAST_MOVE = 3;

/**
 * What is pointed at and drawn on the map by hand. All of it is kept as places on the earth, so it
 * stays where it was put while the map moves, and is at the same place in every window.
 *
 * @summary The laser pointer and the lines drawn on the map.
 * @event pen-point - The pointer has moved: `detail` is `[lon, lat]`, or `null` where it is gone.
 * @event pen-line - A line was drawn: `detail` is its places, `[lon, lat]` each.
 * @event pen-erase - Lines were wiped out: `detail` is their indexes.
 * @csspart line - A drawn line.
 * @csspart point - The pointer.
 */
export class StoryPen extends LitElement {
  static override properties = {
    tool: { reflect: true },
    lines: { attribute: false },
    point: { attribute: false },
    stageOf: { attribute: false },
    drawn: { state: true },
    tip: { state: true },
  };

  /** What the hand does. Default `none`: the map is the hand's own. */
  declare tool: PenTool;
  declare lines: readonly DrawnLine[];
  /** Where the pointer is, in this window or another. */
  declare point: LngLat | null;
  /** The map under the pen, once there is one. */
  declare stageOf: (() => Stage | undefined) | undefined;
  /** The line that is being drawn. */
  declare private drawn: LngLat[];
  /** Where keys have brought pen or eraser; absent where a hand leads them. */
  declare private tip: LngLat | null;
  /** Whether keys have put it down. */
  #isDown = false;

  static override styles = [
    tokens,
    css`
      :host {
        position: absolute;
        z-index: 3;
        inset: 0;
        pointer-events: none;
      }
      :host([tool='draw']),
      :host([tool='erase']),
      :host([tool='pointer']) {
        pointer-events: auto;
        touch-action: none;
        cursor: crosshair;
      }
      :host([tool='pointer']) {
        cursor: none;
      }
      svg {
        width: 100%;
        height: 100%;
      }
      polyline {
        fill: none;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .under {
        stroke: var(--legenda-paper);
        stroke-width: calc(var(--legenda-type, 20px) * 0.34);
      }
      .over {
        stroke: #7a1fa2;
        stroke-width: calc(var(--legenda-type, 20px) * 0.2);
      }
      circle {
        fill: #d4002a;
        stroke: #fff;
        stroke-width: 2;
      }
      .tip {
        fill: none;
        stroke: #7a1fa2;
        stroke-width: 3;
      }
      .tip.down {
        fill: #7a1fa2;
      }
      .glow {
        fill: rgb(212 0 42 / 25%);
        stroke: none;
      }
    `,
  ];

  constructor() {
    super();
    this.tool = 'none';
    this.lines = [];
    this.point = null;
    this.drawn = [];
    this.tip = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
      this.addEventListener(type, this.#onPointer);
  }

  get #stage(): Stage | undefined {
    return this.stageOf?.();
  }

  /** Moves what the hand holds by CSS pixels; from the middle of the map where that is nowhere yet. */
  nudge(dx: number, dy: number): void {
    const { clientWidth, clientHeight } = this;
    const from = this.tool === 'pointer' ? this.point : this.tip;
    const at = from && this.#stage?.project?.(from);
    const [x, y] = at ?? [clientWidth / 2 - dx, clientHeight / 2 - dy];
    const inside: Point = [
      Math.min(clientWidth, Math.max(0, x + dx)),
      Math.min(clientHeight, Math.max(0, y + dy)),
    ];
    if (this.tool === 'pointer') {
      this.#pointAt(inside);
      return;
    }
    this.tip = this.#stage?.unproject?.(inside) ?? this.tip;
    if (this.#isDown) this.#use(inside, 'pointermove');
  }

  /** Puts the pen or the eraser down where it is, from where `nudge` drags it, or lifts it. */
  press(): void {
    if (this.tool !== 'draw' && this.tool !== 'erase') return;
    if (!this.tip) this.nudge(0, 0);
    const at = this.tip && this.#stage?.project?.(this.tip);
    if (!at) return;
    this.#isDown = !this.#isDown;
    this.#use(at, this.#isDown ? 'pointerdown' : 'pointerup');
    this.requestUpdate();
  }

  /** Lifts what keys have put down. */
  lift(): void {
    if (this.#isDown) this.press();
    this.#isDown = false;
    this.tip = null;
  }

  #use(point: Point, type: string): void {
    if (this.tool === 'draw') this.#draw(point, type);
    else if (type !== 'pointerup') this.#erase(point);
  }

  #pointAt(point: Point): void {
    const position = this.#stage?.unproject?.(point);
    if (position) emit(this, 'pen-point', position);
  }

  readonly #onPointer = (event: PointerEvent): void => {
    const box = this.getBoundingClientRect();
    const point: Point = [event.clientX - box.left, event.clientY - box.top];
    const isDown = event.type === 'pointerdown' || (event.buttons & 1) === 1;
    if (event.type === 'pointerdown') {
      event.preventDefault();
      this.setPointerCapture(event.pointerId);
    }
    if (this.tool === 'pointer') this.#pointAt(point);
    if (this.tool === 'erase' && isDown) this.#erase(point);
    if (isDown) this.lift();
    if (this.tool === 'draw' && !this.#isDown) this.#draw(point, event.type);
  };

  #draw(point: Point, type: string): void {
    const position = this.#stage?.unproject?.(point);
    if (type === 'pointerdown') this.drawn = position ? [position] : [];
    else if (this.drawn.length > 0 && type === 'pointermove' && position) {
      const last = this.#stage?.project?.(this.drawn.at(-1) as LngLat);
      if (!last || Math.hypot(last[0] - point[0], last[1] - point[1]) >= LEAST_MOVE)
        this.drawn = [...this.drawn, position];
    } else if (type !== 'pointermove') {
      const line = this.drawn;
      this.drawn = [];
      if (line.length > 1) emit(this, 'pen-line', line);
    }
  }

  #erase(point: Point): void {
    const near = this.lines.flatMap((line, i) => {
      const points = this.#project(line).flat();
      const isNear = points.some(
        (next, k) => distance(point, points[Math.max(0, k - 1)] ?? next, next) < REACH,
      );
      return isNear ? [i] : [];
    });
    if (near.length > 0) emit(this, 'pen-erase', near);
  }

  /** A line on the screen: in pieces where the globe hides some of it. */
  #project(line: DrawnLine): Point[][] {
    const pieces: Point[][] = [[]];
    for (const position of line) {
      const point = this.#stage?.project?.(position);
      if (point) pieces.at(-1)?.push(point);
      else if (pieces.at(-1)?.length) pieces.push([]);
    }
    return pieces.filter(({ length }) => length > 1);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tool') && this.tool !== 'draw') this.drawn = [];
  }

  protected override render() {
    const pieces = [...this.lines, this.drawn].flatMap((line) => this.#project(line));
    const at = this.point && this.#stage?.project?.(this.point);
    const tip = this.tip && this.#stage?.project?.(this.tip);
    return html`<svg aria-hidden="true">
      ${pieces.map((piece) => {
        const points = piece.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
        return svg`<polyline class="under" points=${points} />
          <polyline class="over" part="line" points=${points} />`;
      })}
      ${tip ? svg`<circle class=${this.#isDown ? 'tip down' : 'tip'} cx=${tip[0]} cy=${tip[1]} r="7" />` : nothing}
      ${
        at
          ? svg`<circle class="glow" cx=${at[0]} cy=${at[1]} r="20" />
          <circle part="point" cx=${at[0]} cy=${at[1]} r="8" />`
          : nothing
      }
    </svg>`;
  }
}
