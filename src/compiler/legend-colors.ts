import type { Feature } from 'geojson';
import type { LayerEntry } from './schema.ts';
import { canonicalColor } from './style-color.ts';
import { resultsOf } from './style-results.ts';

/** How many colours a legend has room for beside a text. */
const ROOM = 5;

const PROPERTY: Readonly<Record<NonNullable<LayerEntry['style']>['type'], string>> = {
  fill: 'fill-color',
  line: 'line-color',
  circle: 'circle-color',
  symbol: 'text-color',
};

/** The colour that MapLibre draws in where a style names none. */
const DEFAULT = '#000000';

/** The properties that an expression reads a colour from. */
function readFrom(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const [operator, ...parts] = value;
  if (operator === 'get' && parts.length === 1) return [String(parts[0])];
  return operator === 'to-color' || operator === 'coalesce' ? parts.flatMap(readFrom) : [];
}

/** As many of the colours as there is room for, evenly from the first to the last. */
function thinned(colors: readonly string[]): string[] {
  if (colors.length <= ROOM) return [...colors];
  const step = (colors.length - 1) / (ROOM - 1);
  return Array.from({ length: ROOM }, (_, i) => colors[Math.round(i * step)]!);
}

/**
 * The colours by which a layer in an author's style is known in the legend, one to five, in the order in which
 * the style has them: all that may come of its expression, or those that its features name.
 */
export function legendColors(
  { type, paint }: NonNullable<LayerEntry['style']>,
  features: readonly Feature[],
): string[] {
  const value = paint?.[PROPERTY[type]];
  const named = readFrom(value).flatMap((name) =>
    features.map(({ properties }) => String(properties?.[name])),
  );
  const written = resultsOf(value).map(({ text }) => text);
  const colors = [...named, ...written].flatMap((text) => canonicalColor(text) ?? []);
  return colors.length > 0 ? thinned([...new Set(colors)]) : [DEFAULT];
}
