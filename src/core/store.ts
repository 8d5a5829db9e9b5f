import type { Frame } from './frame.ts';
import { reduce, type State } from './reducer.ts';
import type { Dispatch } from './request.ts';
import { sampleTimeline } from './sample-timeline.ts';
import type { Story } from './story.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** Holds where the reader is, and gives the frame that follows from it. */
export interface Store {
  dispatch: Dispatch;
  /** The present state. */
  state(): State;
  /** The present timeline: the story framed for the present viewport. */
  timeline(): Timeline;
  /** The frame of the present state. */
  frame(): Frame;
  /** Calls back after each change; returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** Makes the store of one story. Requests go in; state, timeline and frame come out. */
export function createStore(story: Story, initial: State): Store {
  const stepIds = story.steps.map(({ id }) => id);
  const listeners = new Set<() => void>();
  let state = initial;
  let timeline: Timeline | undefined;
  let frame: Frame | undefined;

  const framed = (): Timeline => {
    const { viewport, reducedMotion } = state;
    timeline ??= createTimeline(story, viewport, { reducedMotion });
    return timeline;
  };
  return {
    dispatch(request) {
      const next = reduce(stepIds, state, request);
      if (next === state) return;
      const reframed =
        next.viewport !== state.viewport || next.reducedMotion !== state.reducedMotion;
      if (reframed) timeline = undefined;
      const renamed = next.placeNames !== state.placeNames;
      const left = next.playhead !== state.playhead || next.camera !== state.camera;
      if (reframed || renamed || left) frame = undefined;
      state = next;
      for (const listener of [...listeners]) if (listeners.has(listener)) listener();
    },
    state: () => state,
    timeline: framed,
    frame() {
      const { playhead, camera, placeNames = story.placeNames } = state;
      frame ??= { ...sampleTimeline(framed(), playhead), placeNames, ...(camera && { camera }) };
      return frame;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
