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

function withoutUserCamera(state: State): State {
  if (!state.userCamera) return state;
  const { userCamera: _, ...rest } = state;
  return rest;
}

const samePlayhead = (a: Playhead, b: Playhead): boolean =>
  a.step === b.step && a.progress === b.progress && a.travel === b.travel;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The state after a request. Pure; returns the same object where nothing changes. Moving on in the
 * story gives the camera back to the story.
 */
export function reduce(stepIds: readonly string[], state: State, request: Request): State {
  switch (request.type) {
    case 'seek': {
      const playhead = normalizePlayhead(stepIds, request.playhead);
      return samePlayhead(playhead, state.playhead)
        ? state
        : { ...withoutUserCamera(state), playhead };
    }
    case 'resize':
      return same(request.viewport, state.viewport)
        ? state
        : { ...withoutUserCamera(state), viewport: request.viewport };
    case 'user-camera':
      return same(request.camera, state.userCamera)
        ? state
        : { ...state, userCamera: request.camera };
    case 'return':
      return withoutUserCamera(state);
    case 'reduced-motion':
      return request.reduced === state.reducedMotion
        ? state
        : { ...state, reducedMotion: request.reduced };
    case 'place-names':
      return request.placeNames === state.placeNames
        ? state
        : { ...state, placeNames: request.placeNames };
  }
}
