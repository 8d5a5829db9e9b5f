import type { Camera } from '../core/camera.ts';
import { easeInOutCubic } from '../core/easing.ts';
import { interpolateCamera } from '../core/interpolate-camera.ts';
import { type Playhead, positionOf } from '../core/playhead.ts';
import type { Store } from '../core/store.ts';
import { stepDuration, travelDuration, wayDuration } from './pace.ts';

/** From where to where a leg goes. */
export interface Span {
  from: Playhead;
  to: Playhead;
}

/** A part of a move: a step's own motion, or the camera's way to a step. */
export interface Leg {
  span: Span;
  /** Milliseconds. */
  duration: number;
  /** How far the playhead is when that part of the time, 0 to 1, has passed. */
  pace: (t: number) => number;
  /** The camera on it, where it does not set out from the story's own. */
  camera?: (playhead: Playhead) => Camera;
}

/** A timeline eases its travels itself: a picture is slow at both ends of a way, once. */
const steady = (t: number): number => t;

/**
 * The leg of a move, no longer than to the next end of a motion or a way. With `own` the map is where
 * somebody has put it: the camera goes from there to where the leg ends, unless the story jumps.
 */
export function createLeg(store: Store, span: Span, own: Camera | undefined): Leg {
  const { story, viewport, stepIds } = store.timeline();
  const [start, end] = [positionOf(stepIds, span.from), positionOf(stepIds, span.to)];
  const isTravel = Math.floor(start) % 2 === 1;
  const index = Math.floor((start + 1) / 2);
  const duration = isTravel ? travelDuration(store.timeline(), index) : stepDuration(story, index);
  const plain = {
    span,
    duration: duration * (end - start),
    pace: isTravel ? steady : easeInOutCubic,
  };
  const travel = isTravel ? (story.steps[index]?.camera[viewport.kind].travel ?? 'fly') : 'fly';
  if (!own || travel === 'jump') return plain;
  // Asked for at each picture: the window's size, and so the story's own camera, may change meanwhile.
  const target = (): Camera => {
    const keyframe = store.timeline().keyframes[index];
    return (isTravel ? keyframe?.start.camera : keyframe?.end.camera) ?? own;
  };
  const back = wayDuration(viewport, own, target());
  return {
    ...plain,
    duration: isTravel ? back : Math.max(plain.duration, back),
    camera(playhead) {
      const part = (positionOf(stepIds, playhead) - start) / (end - start);
      const way = interpolateCamera(own, target(), { travel, viewport: viewport.stage });
      return way(isTravel ? easeInOutCubic(part) : part);
    },
  };
}
