import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Frame, FrameLabel, FrameLayer } from '../core/frame.ts';
import { type FixedLayer, onlyFeatures, opacityPaint } from '../style/fixed-layers.ts';
import { onlyPlaces, PLACE_LAYERS, PLACES } from '../style/place-layers.ts';
import type { MovingRun } from './moving-layer.ts';

/** The story's layers on a map. */
export interface StoryLayers {
  /** By story layer id. */
  fixed: ReadonlyMap<string, FixedLayer>;
  moving: readonly MovingRun[];
}

/** Shows or hides a layer: one that is hidden costs a picture nothing. Returns `isShown`. */
function setShown(map: MapLibreMap, layerId: string, isShown: boolean): boolean {
  const visibility = isShown ? 'visible' : 'none';
  const before = map.getLayoutProperty(layerId, 'visibility') ?? 'visible';
  if (visibility !== before) map.setLayoutProperty(layerId, 'visibility', visibility);
  return isShown;
}

function applyOpacity(map: MapLibreMap, layer: LayerSpecification, opacity: number): void {
  if (!setShown(map, layer.id, opacity > 0)) return;
  for (const [name, value] of opacityPaint(layer, opacity)) {
    map.setPaintProperty(layer.id, name as never, value as never, { validate: false });
  }
}

const onlyOf = (part: FrameLayer | undefined): string[] | undefined =>
  part && 'only' in part ? part.only : undefined;

/** Lets those features through that are there on the frame's day. The worker is asked only when others are. */
function applyFeatures(
  map: MapLibreMap,
  layers: readonly LayerSpecification[],
  { before, after }: { before: FrameLayer | undefined; after: FrameLayer },
): void {
  const [had, only] = [onlyOf(before), onlyOf(after)];
  if (!only || (had && JSON.stringify(had) === JSON.stringify(only))) return;
  for (const layer of layers) {
    map.setFilter(layer.id, onlyFeatures(layer, only), { validate: false });
  }
}

const byId = (layers: readonly FrameLayer[]): ReadonlyMap<string, FrameLayer> =>
  new Map(layers.map((layer) => [layer.id, layer]));

/**
 * Shows the frame's layers as the frame has them, and hides every other layer of the story. What is as it
 * was in the frame before is left alone: a map that is told an opacity works out its style anew, even
 * where the opacity is the same.
 */
export function applyLayers(
  map: MapLibreMap,
  { fixed, moving }: StoryLayers,
  { before, after }: { before: Frame | undefined; after: Frame },
): void {
  const [had, parts] = [before && byId(before.layers), byId(after.layers)];
  for (const { id, layers } of moving) {
    for (const [name, { set }] of layers) set(parts.get(name));
    setShown(
      map,
      id,
      [...layers.keys()].some((name) => parts.has(name)),
    );
  }
  for (const [id, { layers }] of fixed) {
    const part = parts.get(id);
    const opacity = part?.opacity ?? 0;
    if (part) applyFeatures(map, layers, { before: had?.get(id), after: part });
    if (had && (had.get(id)?.opacity ?? 0) === opacity) continue;
    for (const layer of layers) applyOpacity(map, layer, opacity);
  }
}

/** Names the frame's places. The map's worker is asked only when other places are named. */
export function applyLabels(
  map: MapLibreMap,
  before: readonly FrameLabel[],
  after: readonly FrameLabel[],
): void {
  const had = new Map(before.map(({ id, opacity }) => [id, opacity]));
  for (const { id, opacity } of after) {
    if (had.get(id) !== opacity) map.setFeatureState({ source: PLACES, id }, { opacity });
  }
  const isSame = after.length === before.length && after.every(({ id }, i) => id === before[i]?.id);
  if (isSame) return;
  const ids = after.map(({ id }) => id);
  for (const id of PLACE_LAYERS) map.setFilter(id, onlyPlaces(ids), { validate: false });
}
