import type { Map as MapLibreMap } from 'maplibre-gl';
import { palette } from '../core/palette.ts';
import type { Side } from '../core/story.ts';
import { rgb } from './gl-program.ts';

const SIDES: readonly Side[] = ['north', 'south', 'neutral'];
/** Width of the picture and of its frame, at two pixels a CSS pixel. */
const SIZE = 12;
const FRAME = 3;

/** A paper tag in a frame, which MapLibre stretches round a text. */
function tagOf(side: Side): { width: number; height: number; data: Uint8ClampedArray } {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  const isInside = (at: number): boolean => at >= FRAME && at < SIZE - FRAME;
  for (let i = 0; i < SIZE * SIZE; i += 1) {
    const inside = isInside(i % SIZE) && isInside(Math.floor(i / SIZE));
    const color = rgb(inside ? palette.paper : palette[side]);
    data.set(
      [...color, 1].map((part) => part * 255),
      i * 4,
    );
  }
  return { width: SIZE, height: SIZE, data };
}

/** Gives a map the tags `unit-north`, `unit-south`, `unit-neutral` behind the names of units. */
export function addUnitTags(map: MapLibreMap): void {
  const inner: [number, number] = [FRAME, SIZE - FRAME];
  for (const side of SIDES) {
    map.addImage(`unit-${side}`, tagOf(side), {
      pixelRatio: 2,
      stretchX: [inner],
      stretchY: [inner],
      content: [FRAME, FRAME, SIZE - FRAME, SIZE - FRAME],
    });
  }
}
