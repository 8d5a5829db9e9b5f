import { markup } from '../core/markup.ts';
import type { Sheet } from './sheet.ts';

/** How a circle is drawn; lengths in CSS pixels, opacities with those of its colours. */
export interface CircleLook {
  radius: number;
  fill: string;
  opacity: number;
  ring: number;
  stroke: string;
  ringOpacity: number;
  /** How much of it fades towards its edge, in its radii. */
  blur: number;
}

/** Where a soft circle's colours are written: parts of the way from its middle to its edge. */
const STOPS = Array.from({ length: 13 }, (_, i) => i / 12);

const smooth = (from: number, to: number, at: number): number => {
  const part = Math.max(0, Math.min(1, (at - from) / (to - from)));
  return part * part * (3 - 2 * part);
};

/** A circle that fades towards its edge, as MapLibre's shader has it, as the value of a `fill`. */
export function softDisc(sheet: Sheet, look: CircleLook): string {
  const { radius, ring, blur, fill, opacity, stroke, ringOpacity } = look;
  const inner = radius / (radius + ring);
  const stops = STOPS.map((at) => {
    const share = smooth(0, -blur, at - 1);
    const isRing = ring >= 0.01 && smooth(-blur, 0, at - inner) > 0.5;
    const shine = Math.round(share * (isRing ? ringOpacity : opacity) * 1000) / 1000;
    const offset = Math.round(at * 1000) / 1000;
    return markup`<stop offset="${offset}" stop-color="${isRing ? stroke : fill}" stop-opacity="${shine}"/>`;
  });
  const id = sheet.define((id) => markup`<radialGradient id="${id}">${stops}</radialGradient>`);
  return `url(#${id})`;
}
