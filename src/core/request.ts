import type { Camera } from './camera.ts';
import type { PlaceNames } from './place-names.ts';
import type { Playhead } from './playhead.ts';
import type { Viewport } from './viewport.ts';

/** What drivers ask of the store. */
export type Request =
  /** The reader is now here; `camera` is the map's, on a way that the reader's own camera began. */
  | { type: 'seek'; playhead: Playhead; camera?: Camera | undefined }
  /** The window has another size. */
  | { type: 'resize'; viewport: Viewport }
  /** The reader has moved the map. */
  | { type: 'user-camera'; camera: Camera }
  /** The reader wants the story's own camera back. */
  | { type: 'return' }
  /** The reader's choice of less motion has changed. */
  | { type: 'reduced-motion'; reduced: boolean }
  /** The reader wants names in this form; absent, as the story has it. */
  | { type: 'place-names'; placeNames?: PlaceNames | undefined };

/** Takes a request. */
export type Dispatch = (request: Request) => void;
