import { ATLAS_FACES } from '../core/atlas-faces.ts';
import type { LayerEntry } from './schema.ts';
import { canonicalColors, isColor } from './style-color.ts';

type Style = NonNullable<LayerEntry['style']>;

/**
 * A checked style as stories have it: each colour in one form, and names in letters that the atlas has
 * where the author chose none.
 */
export function canonicalStyle(style: Style): Style {
  const { type, paint, layout } = style;
  const colored = Object.entries(paint ?? {}).map(([name, value]) => [
    name,
    isColor(type, name) ? canonicalColors(value) : value,
  ]);
  const needsFace = layout?.['text-field'] !== undefined && layout['text-font'] === undefined;
  return {
    ...style,
    ...(paint && { paint: Object.fromEntries(colored) as Record<string, unknown> }),
    ...(needsFace && { layout: { ...layout, 'text-font': [ATLAS_FACES[0]] } }),
  };
}
