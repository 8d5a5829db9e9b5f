import type { FrameLayer } from '../core/frame.ts';
import type { Paint } from './painted-layer.ts';

/** A story layer whose picture comes straight from each frame. */
export interface MovingLayer {
  /** Draws the part that was taken last; nothing, where it is hidden. */
  paint: Paint;
  /** Takes its part of a frame; `undefined` hides it. */
  set(part: FrameLayer | undefined): void;
}

/** Moving layers that nothing else lies between, from below: the map has one layer for all of them. */
export interface MovingRun {
  /** Id of the map's layer. */
  id: string;
  /** By story layer id. */
  layers: ReadonlyMap<string, MovingLayer>;
}
