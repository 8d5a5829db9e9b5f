import { markup } from '../core/markup.ts';
import type { Screen } from './screen.ts';
import type { Sheet } from './sheet.ts';

/** Where the stroke's strength is written: parts of the way from the globe's middle to its edge. */
const STOPS = [0, 0.5, 0.7, 0.8, 0.88, 0.94, 0.98, 1];

/**
 * How much of a stroke's width is left at a part of the way from the globe's middle to its edge, where it
 * runs along the edge: the cosine of the angle at which the ground is seen from `height` radii.
 */
function shareAt(part: number, height: number): number {
  const edge = 1 / Math.sqrt(height * height - 1);
  const sine = height * Math.sin(Math.atan(part * edge));
  return Math.sqrt(Math.max(0, 1 - sine * sine));
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * A colour to draw lines of the ground in. MapLibre lays them on the globe, so that towards its edge they
 * grow too thin to be seen; here, where a path has one width, they grow as pale. Flat ground needs nothing.
 */
export function slantedStroke({ limb, height }: Screen, sheet: Sheet, color: string): string {
  if (limb.length === 0 || height === undefined) return color;
  const across = limb.map(([x]) => x);
  const down = limb.map(([, y]) => y);
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [top, bottom] = [Math.min(...down), Math.max(...down)];
  const middle = [(left + right) / 2, (top + bottom) / 2].map(rounded);
  const radii = [(right - left) / 2, (bottom - top) / 2].map(rounded);
  const stops = STOPS.map((part) => {
    const share = rounded(shareAt(part, height));
    return markup`<stop offset="${part}" stop-color="${color}" stop-opacity="${share}"/>`;
  });
  const move = `translate(${middle})scale(${radii})`;
  const id = sheet.define(
    (id) =>
      markup`<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="${move}">${stops}</radialGradient>`,
  );
  return `url(#${id})`;
}
