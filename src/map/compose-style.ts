import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { LayerKind, Story } from '../core/story.ts';
import type { AtlasStyle } from './atlas-style.ts';
import { PLACES, placesSource } from './place-layers.ts';
import { createStillLayer, type StillLayer } from './still-layers.ts';

/** A story's style, and where in it its own layers stand. */
export interface ComposedStyle {
  style: StyleSpecification;
  /** The layers that MapLibre draws, by story layer id. */
  still: ReadonlyMap<string, StillLayer>;
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
  const stills = story.layers.flatMap((layer) => createStillLayer(story, layer, atlas.story) ?? []);
  const still = new Map(stills.map((layer) => [layer.id, layer]));
  const before = new Map<string, string>();
  const slot = (ground: boolean, above: string): LayerSpecification[] => {
    const layers = story.layers.filter(({ kind }) => isGround(kind) === ground);
    let next = above;
    for (const { id } of layers.toReversed()) {
      before.set(id, next);
      next = still.get(id)?.layers[0]?.id ?? next;
    }
    return layers.flatMap(({ id }) => still.get(id)?.layers ?? []);
  };
  const ground = slot(true, firstId(atlas.linework));
  const lines = slot(false, firstId(atlas.names));
  const sources = stills.map(({ id, source }) => [`story-${id}`, source]);
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
  return { style, still, before };
}
