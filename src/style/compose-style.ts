import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerKind, Story } from '../core/story.ts';
import type { AtlasStyle } from './atlas-style.ts';
import { createFixedLayer, type FixedLayer } from './fixed-layers.ts';
import { PLACES, placesSource } from './place-layers.ts';

/** A story's style, and where in it its own layers stand. */
export interface ComposedStyle {
  style: StyleSpecification;
  /** The layers that MapLibre draws, by story layer id. */
  fixed: ReadonlyMap<string, FixedLayer>;
  /** For each story layer: the id of the style layer it is drawn right under. */
  before: ReadonlyMap<string, string>;
}

const UNDER_LINEWORK: readonly LayerKind[] = ['area', 'dated-area'];

/** Whether a layer lies on the ground, under coasts and rivers, or over them like a line. */
const isGround = (kind: LayerKind): boolean => UNDER_LINEWORK.includes(kind);

const firstId = (layers: readonly LayerSpecification[]): string => layers[0]?.id ?? '';

/**
 * The style of a story on the atlas: ground, the story's areas, linework, the story's lines in the
 * author's order, the atlas's names, the story's places. Every story layer has a source of its own,
 * so a masked layer never stands between two layers of one source (see mask.ts). Starts with all of
 * the story hidden: a frame says what is shown.
 */
export function composeStyle(story: Story, atlas: AtlasStyle): ComposedStyle {
  const fixedLayers = story.layers.flatMap(
    (layer) => createFixedLayer(story, layer, atlas.story) ?? [],
  );
  const fixed = new Map(fixedLayers.map((layer) => [layer.id, layer]));
  const before = new Map<string, string>();
  const slot = (ground: boolean, above: string): LayerSpecification[] => {
    const layers = story.layers.filter(({ kind }) => isGround(kind) === ground);
    let next = above;
    for (const { id } of layers.toReversed()) {
      before.set(id, next);
      next = fixed.get(id)?.layers[0]?.id ?? next;
    }
    return layers.flatMap(({ id }) => fixed.get(id)?.layers ?? []);
  };
  const ground = slot(true, firstId(atlas.linework));
  const lines = slot(false, firstId(atlas.names));
  const sources = fixedLayers.map(({ id, source }) => [`story-${id}`, source]);
  const style: StyleSpecification = {
    ...atlas.style,
    sources: {
      ...atlas.style.sources,
      ...Object.fromEntries(sources),
      [PLACES]: placesSource(story),
    },
    layers: [
      ...atlas.ground,
      ...ground,
      ...atlas.linework,
      ...lines,
      ...atlas.names,
      ...atlas.places,
    ],
  };
  return { style, fixed, before };
}
