import type { Frame, FrameRoute } from './frame.ts';

/** What differs between two frames, so that a stage touches no more than that. */
export interface FrameDiff {
  camera: boolean;
  layers: boolean;
  labels: boolean;
  placeNames: boolean;
  date: boolean;
  step: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function sameRoute(a: FrameRoute, b: FrameRoute): boolean {
  const states = ({ paths }: FrameRoute) =>
    paths.map(({ id, ...path }) => [id, path.reveal, path.opacity]);
  return same(states(a), states(b));
}

function sameLayers(a: Frame, b: Frame): boolean {
  return (
    a.layers.length === b.layers.length &&
    a.layers.every((layer, i) => {
      const other = b.layers[i];
      if (other?.id !== layer.id || other.opacity !== layer.opacity) return false;
      return layer.kind !== 'route' || (other.kind === 'route' && sameRoute(layer, other));
    })
  );
}

/**
 * Compares two frames of one timeline. A layer's geometry follows from the day and from its reveal,
 * so those are compared instead of the coordinates. No frame before counts as all different.
 */
export function diffFrame(before: Frame | undefined, after: Frame): FrameDiff {
  if (!before) {
    const all = { camera: true, layers: true, labels: true, placeNames: true };
    return { ...all, date: true, step: true };
  }
  return {
    camera: !same(before.camera, after.camera),
    layers: before.day !== after.day || !sameLayers(before, after),
    labels: !same(before.labels, after.labels),
    placeNames: before.placeNames !== after.placeNames,
    date: before.date !== after.date,
    step: before.step !== after.step,
  };
}
