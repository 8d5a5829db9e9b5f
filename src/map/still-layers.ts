import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import { palette } from '../core/palette.ts';
import { featuresOf, type Story, type StoryLayer } from '../core/story.ts';

/** A story layer that MapLibre draws itself: its layers, in order, and their source. */
export interface StillLayer {
  id: string;
  source: GeoJSONSourceSpecification;
  layers: LayerSpecification[];
}

type Draw = (id: string, color: string, layer: StoryLayer) => LayerSpecification[];

const text = (id: string, offset: [number, number]): LayerSpecification => ({
  id: `${id}-text`,
  type: 'symbol',
  source: id,
  layout: {
    'text-field': ['coalesce', ['get', 'name'], ''],
    'text-font': ['Atlas Regular'],
    'text-size': 14,
    'text-anchor': ['coalesce', ['get', 'anchor'], 'left'],
    'text-offset': offset,
  },
  paint: {
    'text-color': palette.ink,
    'text-halo-color': palette.paper,
    'text-halo-width': 1.4,
  },
});

const drawings: Partial<Record<StoryLayer['kind'], Draw>> = {
  area: (id, color) => [
    { id, type: 'fill', source: id, paint: { 'fill-color': color, 'fill-opacity': 0.16 } },
    {
      id: `${id}-edge`,
      type: 'line',
      source: id,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': 1.4, 'line-dasharray': [5, 2.5] },
    },
  ],
  points: (id, color) => [
    {
      id,
      type: 'circle',
      source: id,
      paint: {
        'circle-color': color,
        'circle-radius': 5,
        'circle-stroke-color': palette.paper,
        'circle-stroke-width': 1.6,
      },
    },
  ],
  label: (id) => [text(id, [0, 0])],
  style: (id, _, { style }) => [{ ...style, id, source: id } as unknown as LayerSpecification],
};

/** The still layer of a story layer, or `undefined` where it moves with the frame. */
export function createStillLayer(story: Story, layer: StoryLayer): StillLayer | undefined {
  const id = `story-${layer.id}`;
  const draw = drawings[layer.kind];
  if (!draw) return undefined;
  const features = featuresOf(story, layer);
  return {
    id: layer.id,
    source: { type: 'geojson', data: { type: 'FeatureCollection', features }, tolerance: 0.1 },
    layers: draw(id, palette[layer.side], layer),
  };
}

const OPACITIES: Record<string, readonly string[]> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['text-opacity', 'icon-opacity'],
};

/**
 * The paint properties that give a MapLibre layer an opacity, times what its style says itself. An
 * expression in the style is left as it is above 0.
 */
export function opacityPaint(layer: LayerSpecification, opacity: number): [string, unknown][] {
  const paint = ('paint' in layer ? layer.paint : undefined) as Record<string, unknown> | undefined;
  return (OPACITIES[layer.type] ?? []).map((name) => {
    const own = paint?.[name] ?? 1;
    if (typeof own === 'number') return [name, own * opacity];
    return [name, opacity > 0 ? own : 0];
  });
}
