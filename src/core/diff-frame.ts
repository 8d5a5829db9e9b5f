import type { Frame, FrameLayer } from './frame.ts';

/** What differs between two frames, so that a stage touches no more than that. */
export interface FrameDiff {
  camera: boolean;
  layers: boolean;
  labels: boolean;
  placeNames: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of a layer's picture does not follow from the day. */
const stateOf = (layer: FrameLayer): unknown[] => [
  layer.id,
  layer.opacity,
  layer.kind === 'route' && layer.paths.map(({ id, reveal, opacity }) => [id, reveal, opacity]),
];

/**
 * Compares two frames of one timeline. A layer's geometry follows from the day and from its reveal,
 * so those are compared instead of the coordinates. No frame before counts as all different.
 */
export function diffFrame(before: Frame | undefined, after: Frame): FrameDiff {
  return {
    camera: !same(before?.camera, after.camera),
    layers:
      before?.day !== after.day || !same(before.layers.map(stateOf), after.layers.map(stateOf)),
    labels: !same(before?.labels, after.labels),
    placeNames: before?.placeNames !== after.placeNames,
  };
}
