import type { CustomLayerInterface } from 'maplibre-gl';
import type { FrameLayer } from '../core/frame.ts';

/** A layer whose picture comes straight from each frame. */
export interface MovingLayer {
  layer: CustomLayerInterface;
  /** Takes its part of a frame; `undefined` hides it. */
  set(part: FrameLayer | undefined): void;
}
