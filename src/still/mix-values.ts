import { Color, interpolates } from '@maplibre/maplibre-gl-style-spec';

/** Two values of a style mixed, from all of the first at 0 to all of the second at 1: numbers, colours. */
export function mixed(from: unknown, to: unknown, part: number): unknown {
  if (part <= 0) return from;
  if (typeof from === 'number' && typeof to === 'number') {
    return interpolates.number(from, to, part);
  }
  return from instanceof Color && to instanceof Color ? interpolates.color(from, to, part) : from;
}
