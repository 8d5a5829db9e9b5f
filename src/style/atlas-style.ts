import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { palette } from '../core/palette.ts';

/** How the atlas looks: `geo/atlas/style.json`. */
export interface AtlasStyle {
  /** Sources, lettering and projection. */
  style: Omit<StyleSpecification, 'layers'>;
  /** What lies under the areas of a story. */
  ground: LayerSpecification[];
  /** What lies over the areas of a story and under its lines. */
  linework: LayerSpecification[];
  /** The atlas's own names, over everything but the story's. */
  names: LayerSpecification[];
  /** How a layer of a story is drawn, by its kind; `$side` is the colour of its side. */
  story: Readonly<Record<string, readonly object[]>>;
  /** The marks and names of the story's places; each draws only what its filter lets through. */
  places: LayerSpecification[];
}

/**
 * Reads the atlas's style, in which `$name` stands for a colour of the {@link palette} or for one of
 * `urls`; another `$name` is left as it is.
 */
export function readAtlasStyle(json: string, urls: Readonly<Record<string, string>>): AtlasStyle {
  const known: Readonly<Record<string, string>> = { ...palette, ...urls };
  return JSON.parse(json, (_, value) =>
    typeof value === 'string' && value[0] === '$' ? (known[value.slice(1)] ?? value) : value,
  );
}
