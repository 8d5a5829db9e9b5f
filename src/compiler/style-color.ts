import { Color, latest } from '@maplibre/maplibre-gl-style-spec';
import { changeResults } from './style-results.ts';

const hex = (part: number): string =>
  Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');

/**
 * A colour in the one form in which stories have it: `#rrggbb`, or `rgba(r,g,b,a)` where something shines
 * through. `undefined` for what is no colour. `text` is any colour that MapLibre reads.
 */
export function canonicalColor(text: string): string | undefined {
  const color = Color.parse(text);
  if (!color) return undefined;
  const [r, g, b, a] = color.rgb;
  const parts = [r, g, b].map((part) => Math.min(1, Math.max(0, part)));
  if (a >= 1) return `#${parts.map(hex).join('')}`;
  return `rgba(${parts.map((part) => Math.round(part * 255)).join(',')},${Math.round(a * 1000) / 1000})`;
}

/** A property's value with each colour in it as {@link canonicalColor} writes it. */
export function canonicalColors(value: unknown): unknown {
  return changeResults(value, (text) => canonicalColor(text) ?? text);
}

/** True for a paint property of a type of layer that is a colour. */
export function isColor(type: string, property: string): boolean {
  const properties = latest[`paint_${type}` as 'paint_line'] as Record<string, { type: string }>;
  return Object.hasOwn(properties, property) && properties[property]?.type === 'color';
}
