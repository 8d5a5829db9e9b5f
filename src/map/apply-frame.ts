import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Frame, FrameLabel } from '../core/frame.ts';
import type { MovingLayer } from './moving-layer.ts';
import { onlyPlaces, PLACES, placeLayers } from './place-layers.ts';
import { opacityPaint, type StillLayer } from './still-layers.ts';

/** The story's layers on a map, by story layer id. */
export interface StoryLayers {
  still: ReadonlyMap<string, StillLayer>;
  moving: ReadonlyMap<string, MovingLayer>;
}

function applyOpacity(map: MapLibreMap, layer: LayerSpecification, opacity: number): void {
  const visible = opacity > 0 ? 'visible' : 'none';
  const before = map.getLayoutProperty(layer.id, 'visibility') ?? 'visible';
  if (visible !== before) map.setLayoutProperty(layer.id, 'visibility', visible);
  if (opacity === 0) return;
  for (const [name, value] of opacityPaint(layer, opacity)) {
    map.setPaintProperty(layer.id, name as never, value as never, { validate: false });
  }
}

/** Shows the frame's layers as the frame has them, and hides every other layer of the story. */
export function applyLayers(map: MapLibreMap, { still, moving }: StoryLayers, frame: Frame): void {
  const parts = new Map(frame.layers.map((layer) => [layer.id, layer]));
  for (const [id, layer] of moving) layer.set(parts.get(id));
  for (const [id, { layers }] of still) {
    const opacity = parts.get(id)?.opacity ?? 0;
    for (const layer of layers) applyOpacity(map, layer, opacity);
  }
}

/** Names the frame's places. The map's worker is asked only when other places are named. */
export function applyLabels(
  map: MapLibreMap,
  before: readonly FrameLabel[],
  after: readonly FrameLabel[],
): void {
  const ids = after.map(({ id }) => id);
  for (const { id, opacity } of after) map.setFeatureState({ source: PLACES, id }, { opacity });
  if (JSON.stringify(ids) === JSON.stringify(before.map(({ id }) => id))) return;
  for (const { id } of placeLayers) map.setFilter(id, onlyPlaces(ids), { validate: false });
}
