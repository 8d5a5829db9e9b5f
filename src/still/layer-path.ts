import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { createFilter } from './evaluate.ts';
import { groundPath } from './ground-path.ts';
import type { Scene } from './scene.ts';
import { groundOfTiles } from './tile-ground.ts';

/** Path data of all that a layer of the style draws of the atlas's tiles; empty where it draws other things. */
export function layerPath(scene: Scene, layer: LayerSpecification): string {
  const { screen, zoom, atlas, cover, globals } = scene;
  const name = 'source-layer' in layer ? layer['source-layer'] : undefined;
  if (!name) return '';
  const drawn = { layer: atlas.edges[name] ?? name, accepts: createFilter(layer, globals) };
  const filter = 'filter' in layer ? layer.filter : undefined;
  return scene.once(`${drawn.layer} ${JSON.stringify(filter)}`, () =>
    groundPath(screen, zoom, groundOfTiles(cover, atlas.tile, drawn)),
  );
}
