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
  /** In which form the reader wants names; absent while the story's own will do. */
  placeNames?: PlaceNames | undefined;
}

const withoutUserCamera = ({ userCamera: _, ...rest }: State): State => rest;

/** The state with a change, or the same object where that changes nothing. */
function changed(state: State, change: Partial<State>): State {
  const next = { ...state, ...change };
  return JSON.stringify(next) === JSON.stringify(state) ? state : next;
}

/** The same for what gives the camera back to the story. */
function moved(state: State, change: Partial<State>): State {
  const next = changed(state, change);
  return next === state ? state : withoutUserCamera(next);
}

/**
 * The state after a request. Pure; returns the same object where nothing changes. Moving on in the
 * story gives the camera back to the story.
 */
export function reduce(stepIds: readonly string[], state: State, request: Request): State {
  switch (request.type) {
    case 'seek':
      return moved(state, { playhead: normalizePlayhead(stepIds, request.playhead) });
    case 'resize':
      return moved(state, { viewport: request.viewport });
    case 'user-camera':
      return changed(state, { userCamera: request.camera });
    case 'return':
      return state.userCamera ? withoutUserCamera(state) : state;
    case 'reduced-motion':
      return changed(state, { reducedMotion: request.reduced });
    case 'place-names':
      return changed(state, { placeNames: request.placeNames });
  }
}
