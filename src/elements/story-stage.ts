import { css, html, LitElement } from 'lit';
import type { CreateStage, Stage, StageOptions } from '../core/stage.ts';
import { loadPart, WAIT } from '../net/load-part.ts';
import { coversOf } from './covers.ts';
import { tokens } from './styles/tokens.ts';

const liveMap: CreateStage = async (options) => {
  const { createMapStage } = await loadPart('The map', () => import('../map/map-stage.ts'), WAIT);
  return createMapStage(options);
};

/**
 * The place where the map is drawn, over a still of it. Both are one picture to assistive technology,
 * described in one sentence.
 *
 * @tagname story-stage
 * @summary The stage of a story: holds the map.
 * @slot - What is seen while there is no live map.
 * @csspart map - The box that the map fills.
 */
export class StoryStage extends LitElement {
  static override properties = { description: {} };

  /** The picture in one sentence; absent before there is one. */
  declare description: string | undefined;

  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        background: var(--legenda-paper);
      }
      [role],
      .map {
        position: absolute;
        inset: 0;
        overflow: hidden;
      }
      .map {
        z-index: 2;
        opacity: 0;
        pointer-events: none;
      }
      :host([live]) .map {
        opacity: 1;
        pointer-events: auto;
      }
      .maplibregl-canvas-container,
      .maplibregl-canvas {
        position: absolute;
        top: 0;
        left: 0;
      }
      .maplibregl-canvas-container {
        width: 100%;
        height: 100%;
        cursor: grab;
        touch-action: pan-x pan-y;
        user-select: none;
      }
      .maplibregl-control-container,
      .maplibregl-cooperative-gesture-screen {
        display: none;
      }
    `,
  ];

  #stage: Stage | undefined;

  /** What draws here, once it does; for tests and tools, which must not move it. */
  get stage(): Stage | undefined {
    return this.#stage;
  }

  /** Starts a stage in this element; rejects with a message for the reader where it cannot. */
  async create(
    options: Omit<StageOptions, 'container' | 'covers'>,
    createStage: CreateStage = liveMap,
  ): Promise<Stage> {
    await this.updateComplete;
    this.#stage = await createStage({ ...options, covers: coversOf(this), container: this.#map });
    return this.#stage;
  }

  /** Shows the live map over what is under it, or hides it: at once, since a still shows the same. */
  reveal(live: boolean): void {
    this.toggleAttribute('live', live);
  }

  get #map(): HTMLElement {
    return this.renderRoot.querySelector('.map') as HTMLElement;
  }

  protected override render() {
    return html`<div role="img" aria-label=${this.description}>
      <slot></slot>
      <div class="map" part="map"></div>
    </div>`;
  }
}
