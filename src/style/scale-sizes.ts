import type { AtlasStyle } from './atlas-style.ts';
import { multiplied } from './multiply.ts';

/** What of a style is as many pixels as its number says. */
const SIZES: readonly string[] = [
  'text-size',
  'text-halo-width',
  'circle-radius',
  'circle-stroke-width',
  'line-width',
];

/** The script gives these their size itself. */
const OWN: readonly string[] = ['story-place-names'];

/** The map's scale, as an expression. */
const SCALE = ['global-state', 'scale'];

function scaleLayer<T extends object>(layer: T): T {
  const { id = '' } = layer as { id?: string };
  const parts = Object.entries(layer).map(([part, value]) => {
    if (part !== 'paint' && part !== 'layout') return [part, value];
    const entries = Object.entries(value as Record<string, unknown>).map(([name, size]) => {
      const isOwn = OWN.includes(id) && name === 'text-size';
      return [name, SIZES.includes(name) && !isOwn ? multiplied(size, SCALE) : size];
    });
    return [part, Object.fromEntries(entries)];
  });
  return Object.fromEntries(parts);
}

/**
 * The atlas's style with all sizes multiplied by the state `scale` (default 1), which a live map sets
 * where its screen is seen from far away.
 */
export function scaleSizes(atlas: AtlasStyle): AtlasStyle {
  const { style, story } = atlas;
  const kinds = Object.entries(story).map(([kind, layers]) => [kind, layers.map(scaleLayer)]);
  return {
    style: { ...style, state: { ...style.state, scale: { default: 1 } } },
    ground: atlas.ground.map(scaleLayer),
    linework: atlas.linework.map(scaleLayer),
    names: atlas.names.map(scaleLayer),
    story: Object.fromEntries(kinds),
    places: atlas.places.map(scaleLayer),
  };
}
