import {
  convertFunction,
  isFunction,
  latest,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { ATLAS_FACES } from '../core/atlas-faces.ts';
import type { LayerEntry } from './schema.ts';
import { canonicalColors, isColor } from './style-color.ts';

type Style = NonNullable<LayerEntry['style']>;

/** A property of the feature as a text. */
const propertyText = (name: string): unknown => ['to-string', ['coalesce', ['get', name], '']];

/** What a layer writes, as an expression: `{name}` in a text stands for a property of the feature. */
function textField(value: unknown): unknown {
  if (isFunction(value)) {
    const spec = latest.layout_symbol['text-field'] as unknown as StylePropertySpecification;
    return convertFunction(value, spec);
  }
  if (typeof value !== 'string') return inColor(value);
  const parts = value.split(/\{([^{}]+)\}/);
  if (parts.length === 1) return ['literal', value];
  return ['concat', ...parts.map((part, i) => (i % 2 === 0 ? part : propertyText(part)))];
}

/** An expression with the colours of the parts of a text, `{ text-color: red }`, in their one form. */
function inColor(value: unknown): unknown {
  if (Array.isArray(value)) return value[0] === 'literal' ? value : value.map(inColor);
  if (typeof value !== 'object' || value === null) return value;
  const { 'text-color': color } = value as { 'text-color'?: unknown };
  return color === undefined ? value : { ...value, 'text-color': canonicalColors(color) };
}

function canonicalLayout(layout: Record<string, unknown>): Record<string, unknown> {
  if (layout['text-field'] === undefined) return layout;
  return {
    'text-font': [ATLAS_FACES[0]],
    ...layout,
    'text-field': textField(layout['text-field']),
  };
}

/**
 * A checked style as stories have it: each colour in one form, what is written as an expression, and in
 * letters that the atlas has where the author chose none.
 */
export function canonicalStyle(style: Style): Style {
  const { type, paint, layout } = style;
  const colored = Object.entries(paint ?? {}).map(([name, value]) => [
    name,
    isColor(type, name) ? canonicalColors(value) : value,
  ]);
  return {
    ...style,
    ...(paint && { paint: Object.fromEntries(colored) as Record<string, unknown> }),
    ...(layout && { layout: canonicalLayout(layout) }),
  };
}
