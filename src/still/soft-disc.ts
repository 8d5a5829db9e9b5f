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

/** A colour that is as strong as `shineAt` says at each part of the way from the middle, as the value of a `fill`. */
function fading(sheet: Sheet, color: string, shineAt: (part: number) => number): string {
  const stops = STOPS.map((at) => {
    const [offset, shine] = [at, shineAt(at)].map((value) => Math.round(value * 1000) / 1000);
    return markup`<stop offset="${offset!}" stop-color="${color}" stop-opacity="${shine!}"/>`;
  });
  const id = sheet.define((id) => markup`<radialGradient id="${id}">${stops}</radialGradient>`);
  return `url(#${id})`;
}

/**
 * A circle that fades towards its edge, as MapLibre's shader has it: the value of `fill` of the discs that it is
 * drawn of, the lowest first. Its colour passes into that of its ring.
 */
export function softDiscs(sheet: Sheet, look: CircleLook): string[] {
  const { radius, ring, blur, fill, opacity, stroke, ringOpacity } = look;
  const share = (at: number): number => smooth(0, -blur, at - 1);
  if (ring < 0.01) return [fading(sheet, fill, (at) => share(at) * opacity)];
  const inner = radius / (radius + ring);
  const isFill = (at: number): number => 1 - smooth(-blur, 0, at - inner);
  return [
    fading(sheet, stroke, (at) => share(at) * ringOpacity),
    fading(sheet, fill, (at) => share(at) * isFill(at) * opacity),
  ];
}
