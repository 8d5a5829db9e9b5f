import type { Camera } from './camera.ts';
import type { PlaceNames } from './place-names.ts';
import { normalizePlayhead, type Playhead } from './playhead.ts';
import type { Request } from './request.ts';
import type { Viewport } from './viewport.ts';

/** Everything that decides a picture beside the story itself. */
export interface State {
  playhead: Playhead;
  viewport: Viewport;
  reducedMotion: boolean;
  /** Where the reader has put the map; absent while the story leads the camera. */
  userCamera?: Camera;
  /** The camera on a way that began at the reader's own; absent while the story leads it. */
  camera?: Camera | undefined;
  /** In which form the reader wants names; absent while the story's own will do. */
  placeNames?: PlaceNames | undefined;
}

type Seek = Extract<Request, { type: 'seek' }>;

const withoutOwnCamera = ({ userCamera: _, camera: __, ...rest }: State): State => rest;

/** The state with a change, or the same object where that changes nothing. */
function changed(state: State, change: Partial<State>): State {
  const next = { ...state, ...change };
  return JSON.stringify(next) === JSON.stringify(state) ? state : next;
}

/** The same for what gives the camera back to the story. */
function moved(state: State, change: Partial<State>): State {
  const next = changed(state, change);
  return next === state ? state : withoutOwnCamera(next);
}

/** The state at another playhead; a reader who stays where he is keeps the camera. */
function seek(stepIds: readonly string[], state: State, { playhead, camera }: Seek): State {
  const place = normalizePlayhead(stepIds, playhead);
  if (!camera && !state.camera) return moved(state, { playhead: place });
  const next = { ...withoutOwnCamera(state), playhead: place, ...(camera && { camera }) };
  return JSON.stringify(next) === JSON.stringify(state) ? state : next;
}

/**
 * The state after a request. Pure; returns the same object where nothing changes. Moving on in the
 * story gives the camera back to the story.
 */
export function reduce(stepIds: readonly string[], state: State, request: Request): State {
  switch (request.type) {
    case 'seek':
      return seek(stepIds, state, request);
    case 'resize':
      return moved(state, { viewport: request.viewport });
    case 'user-camera':
      return changed(state, { userCamera: request.camera });
    case 'return':
      return state.userCamera || state.camera ? withoutOwnCamera(state) : state;
    case 'reduced-motion':
      return changed(state, { reducedMotion: request.reduced });
    case 'place-names':
      return changed(state, { placeNames: request.placeNames });
  }
}
