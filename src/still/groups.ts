import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { createFilter, createReader, type StyleFeature } from './evaluate.ts';
import { type Ground, groundOfGeometry } from './ground.ts';
import type { Scene } from './scene.ts';
import { nearestTile } from './tile-cover.ts';
import { groundOfTiles } from './tile-ground.ts';

/** How something is drawn; what is alike has the same values. */
export interface Look {
  /** 0 to 1, of all that is drawn: what is opaque may lie over its like without being seen to. */
  opacity: number;
}

/** Ground that is drawn alike and at once. */
export interface Group<L extends Look> {
  look: L;
  ground: Ground[];
}

/** Gives the look of a feature; `undefined` where nothing of it is seen. */
export type LookOf<L extends Look> = (feature: StyleFeature) => L | undefined;

/** A layer of which features are drawn. */
interface Grouped<L extends Look> {
  layer: LayerSpecification;
  lookOf: LookOf<L>;
  /** The property by which features are ordered. */
  sortKey: string;
}

/** Features of a layer's own source, the lowest sort key first; the same key keeps their order. */
export function sortedFeatures(
  scene: Scene,
  layer: LayerSpecification,
  sortKey: string,
): { feature: StyleFeature; ground: () => Ground[] }[] {
  if (!('source' in layer) || typeof layer.source !== 'string') return [];
  const read = createReader(layer, scene.globals);
  const accepts = createFilter(layer, scene.globals);
  return scene
    .features(layer.source)
    .map((each) => ({ each, feature: scene.styled(each) }))
    .filter(({ feature }) => accepts(feature))
    .map(({ each, feature }) => ({
      feature,
      ground: () => groundOfGeometry(each.geometry),
      order: read<number | undefined>(sortKey, feature) ?? 0,
    }))
    .sort((a, b) => a.order - b.order);
}

function groupsOfFeatures<L extends Look>(scene: Scene, grouped: Grouped<L>): Group<L>[] {
  const { layer, lookOf, sortKey } = grouped;
  const groups: Group<L>[] = [];
  let before = '';
  for (const { feature, ground } of sortedFeatures(scene, layer, sortKey)) {
    const look = lookOf(feature);
    if (!look) continue;
    const key = look.opacity === 1 ? JSON.stringify(look) : '';
    if (key && key === before) groups.at(-1)!.ground.push(...ground());
    else groups.push({ look, ground: ground() });
    before = key;
  }
  return groups;
}

/** Features of tiles are cut at the tiles' edges, so that those that look alike are put together again. */
function groupsOfTiles<L extends Look>(scene: Scene, grouped: Grouped<L>): Group<L>[] {
  const { layer, lookOf, sortKey } = grouped;
  const { atlas, cover, globals } = scene;
  const accepts = createFilter(layer, globals);
  const read = createReader(layer, globals);
  const name = String('source-layer' in layer ? layer['source-layer'] : '');
  const source = atlas.edges[name] ?? name;
  const known = new Map<string, { look: L; order: number }>();
  const keyOf = (feature: StyleFeature): string => JSON.stringify(lookOf(feature) ?? '');
  for (const id of cover) {
    const features = nearestTile(id, atlas.tile)?.tile[source]?.features ?? [];
    for (const feature of features.filter(accepts)) {
      const look = lookOf(feature);
      const order = read<number | undefined>(sortKey, feature) ?? 0;
      if (look) known.set(JSON.stringify(look), { look, order });
    }
  }
  return [...known]
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([key, { look }]) => ({
      look,
      ground: groundOfTiles(cover, atlas.tile, {
        layer: source,
        accepts: (feature) => accepts(feature) && keyOf(feature) === key,
      }),
    }));
}

/** The ground of a layer in groups that look alike, in painting order. */
export function groupsOf<L extends Look>(scene: Scene, grouped: Grouped<L>): Group<L>[] {
  return 'source-layer' in grouped.layer
    ? groupsOfTiles(scene, grouped)
    : groupsOfFeatures(scene, grouped);
}
