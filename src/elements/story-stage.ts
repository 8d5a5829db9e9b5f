import { css, html, LitElement } from 'lit';
import type { CreateStage, Stage, StageOptions } from '../core/stage.ts';
import { tokens } from './styles/tokens.ts';

const liveMap: CreateStage = async (options) =>
  (await import('../map/map-stage.ts')).createMapStage(options);

/**
 * The place where the map is drawn. It is a picture to assistive technology, described in one
 * sentence.
 *
 * @summary The stage of a story: holds the map.
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
      .map {
        position: relative;
        width: 100%;
        height: 100%;
        overflow: hidden;
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
    options: Omit<StageOptions, 'container'>,
    createStage: CreateStage = liveMap,
  ): Promise<Stage> {
    await this.updateComplete;
    const container = this.renderRoot.firstElementChild as HTMLElement;
    this.#stage = await createStage({ ...options, container });
    return this.#stage;
  }

  protected override render() {
    return html`<div class="map" part="map" role="img" aria-label=${this.description}></div>`;
  }
}
