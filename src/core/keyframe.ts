import type { Day } from './calendar.ts';
import type { Camera } from './camera.ts';
import { fitBounds } from './fit-bounds.ts';
import { limitCamera } from './limit-camera.ts';
import { own } from './own.ts';
import { markOf } from './step-mark.ts';
import type { Step, Story } from './story.ts';
import type { Viewport } from './viewport.ts';

/** A story layer's share in a keyframe. */
export interface KeyframeLayer {
  /** 0 to 1. */
  opacity: number;
  /** The part of a route that is drawn, 0 to 1; absent: as much as had been gone by the day. */
  reveal?: number;
}

/** The whole picture at one end of a step. */
export interface Keyframe {
  camera: Camera;
  day: Day | null;
  /** Where the timeline's mark stands: `day`, or the one before it in the story; `null` where no step has a day. */
  mark: Day | null;
  /** By layer id; a layer that is not here is not shown. */
  layers: Record<string, KeyframeLayer>;
  /** Ids of the labelled places. */
  labels: readonly string[];
}

/** A step's two ends. */
export interface KeyframePair {
  start: Keyframe;
  end: Keyframe;
}

function cameraAt(step: Step, viewport: Viewport, end: 0 | 1): Camera {
  const { target, bearing, pitch } = step.camera[viewport.kind];
  const { stage, padding, nearer = 0 } = viewport;
  const framed =
    'bounds' in target
      ? fitBounds(target.bounds, { ...stage, padding, bearing: bearing[end] })
      : { center: target.center, zoom: target.zoom[end] + nearer };
  return limitCamera({ ...framed, bearing: bearing[end], pitch: pitch[end] }, viewport);
}

function layersAt(story: Story, step: Step, end: 0 | 1): Record<string, KeyframeLayer> {
  const shown = story.layers.flatMap(({ id }) => {
    const opacity = own(step.show, id);
    const reveal = own(step.reveal, id)?.[end];
    if (!opacity) return [];
    return [[id, { opacity: opacity[end], ...(reveal !== undefined && { reveal }) }] as const];
  });
  return Object.fromEntries(shown);
}

/** The pictures at a step's start and end, framed for a viewport. */
export function createKeyframes(story: Story, step: Step, viewport: Viewport): KeyframePair {
  const at = (end: 0 | 1): Keyframe => ({
    camera: cameraAt(step, viewport, end),
    day: step.date ? step.date[end] : null,
    mark: markOf(story.steps, step, end),
    layers: layersAt(story, step, end),
    labels: step.labels,
  });
  return { start: at(0), end: at(1) };
}
