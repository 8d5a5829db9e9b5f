import type { Day } from './calendar.ts';
import type { Camera } from './camera.ts';
import type { PlaceNames } from './place-names.ts';
import type { Playhead } from './playhead.ts';
import type { LayerKind, LngLat } from './story.ts';

/** A pocket of one side behind the other's line: `ring` is closed, `[lon, lat]`. */
export interface FrameEnclave {
  name: string;
  ring: LngLat[];
}

/** The front on the frame's day. */
export interface FrameDatedLine {
  kind: 'dated-line';
  id: string;
  opacity: number;
  /** West to east, north on the left. */
  line: LngLat[];
  enclaves: FrameEnclave[];
  /** How far the true line may lie from this one, km. */
  uncertainty: number;
  /** Whether there was one line from coast to coast. */
  continuous: boolean;
}

/** Who held what on the frame's day. */
export interface FrameDatedArea {
  kind: 'dated-area';
  id: string;
  opacity: number;
  /** Closed ring of all that lies north of the line, to be cut to the layer's `within`. */
  north: LngLat[];
  enclaves: FrameEnclave[];
}

/** One arrow of a route layer, as far as it is drawn. */
export interface FramePath {
  /** Of the feature. */
  id: string;
  /** The drawn part, above 0 to 1 of its length. */
  reveal: number;
  /** Times the layer's opacity; below 1 where the route is over and fades. */
  opacity: number;
  line: LngLat[];
  /** Where the arrow's head points from north, clockwise, degrees. */
  bearing: number;
}

/** The routes of a layer, as far as they are drawn: those of which there is nothing are left out. */
export interface FrameRoute {
  kind: 'route';
  id: string;
  opacity: number;
  paths: FramePath[];
}

/** A layer whose geometry does not move. */
export interface FrameFixed {
  kind: Exclude<LayerKind, 'dated-line' | 'dated-area' | 'route'>;
  id: string;
  opacity: number;
  /** The ids of its features that are there on the frame's day; absent where none of them has days. */
  only?: string[];
}

/** What of a layer a reader does not see: all of it, or one side of a dated area. */
export type Unseen = true | 'north' | 'south';

/** One layer of a frame. */
export type FrameLayer = (FrameDatedLine | FrameDatedArea | FrameRoute | FrameFixed) & {
  /** What of it a reader does not see; absent where there is something of all of it to be seen. */
  unseen?: Unseen;
};

/** A labelled place of a frame. */
export interface FrameLabel {
  id: string;
  opacity: number;
}

/** The whole picture at one instant: all that a stage needs to know to draw it. Plain JSON. */
export interface Frame {
  /** The step whose text belongs to the picture: while the map travels, the nearer one. */
  step: string;
  playhead: Playhead;
  camera: Camera;
  /** The calendar day as an ISO date; `null` where the picture belongs to none. */
  date: string | null;
  /** The same as a moving number (see calendar.ts). */
  day: Day | null;
  /**
   * Where the reader is in the story's time: `day`, or, where the picture belongs to no date, the last
   * day of the story before it. `null` where no step has a date.
   */
  mark: Day | null;
  /** What is shown (opacity above 0), in drawing order. */
  layers: FrameLayer[];
  labels: FrameLabel[];
  /** In which form all names on the map are written. */
  placeNames: PlaceNames;
}
