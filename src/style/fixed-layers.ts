import type {
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { featureDays } from '../core/feature-days.ts';
import { palette } from '../core/palette.ts';
import { featuresOf, type Story, type StoryLayer } from '../core/story.ts';
import { areaOutlines } from './area-outline.ts';
import type { AtlasStyle } from './atlas-style.ts';
import { multiplied } from './multiply.ts';

/** A story layer that MapLibre draws itself: its layers, in order, and their source. */
export interface FixedLayer {
  id: string;
  source: GeoJSONSourceSpecification;
  layers: LayerSpecification[];
}

/** A drawing of the atlas with the colour of a side in it. */
function inColor(
  drawing: readonly object[] | undefined,
  color: string,
): readonly object[] | undefined {
  return drawing && JSON.parse(JSON.stringify(drawing).replaceAll('$side', () => color));
}

/**
 * The fixed layer of a story layer, as the atlas or the author's own `style` draws it, or `undefined`
 * where it moves with the frame. In the atlas's drawings `$side` stands for the colour of the layer's side.
 */
export function createFixedLayer(
  story: Story,
  layer: StoryLayer,
  drawings: AtlasStyle['story'],
): FixedLayer | undefined {
  const { id: name, kind, side, style } = layer;
  const drawn = style ? [style] : inColor(drawings[kind], palette[side]);
  if (!drawn) return undefined;
  const id = `story-${name}`;
  const own = featuresOf(story, layer);
  const outlines = kind === 'area' ? areaOutlines(own) : undefined;
  const layers = outlines ? drawn.map(outlined) : (drawn as readonly LayerSpecification[]);
  const all = [...own, ...(outlines ?? [])];
  const features = featureDays(all).length > 0 ? all.map(withId) : all;
  return {
    id: name,
    source: { type: 'geojson', data: { type: 'FeatureCollection', features }, tolerance: 0.1 },
    layers: layers.map((each, i) => ({ ...each, id: i > 0 ? `${id}-${i}` : id, source: id })),
  } as FixedLayer;
}

/** A layer of an area whose outlines are lines: those are stroked, and polygons are filled without an edge. */
function outlined(layer: object): LayerSpecification {
  const { type, paint } = layer as LayerSpecification;
  const filter = ['==', ['geometry-type'], type === 'line' ? 'LineString' : 'Polygon'];
  const edge = type === 'fill' && { paint: { ...paint, 'fill-antialias': false } };
  return { ...layer, filter, ...edge } as LayerSpecification;
}

/** The property by which {@link onlyFeatures} knows a feature: MapLibre keeps no id that is text. */
const FEATURE_ID = 'feature-id';

const withId = (feature: Feature): Feature => ({
  ...feature,
  properties: { ...feature.properties, [FEATURE_ID]: String(feature.id) },
});

/** The filter that lets those features of a layer through which are named, and which its own lets through. */
export function onlyFeatures(layer: LayerSpecification, only: readonly string[]) {
  const named = ['in', ['get', FEATURE_ID], ['literal', [...only]]];
  const own = 'filter' in layer ? layer.filter : undefined;
  return (own ? ['all', own, named] : named) as FilterSpecification;
}

const OPACITIES: Record<string, readonly string[]> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['text-opacity', 'icon-opacity'],
};

/** The paint properties that give a MapLibre layer an opacity, times what its style says itself. */
export function opacityPaint(layer: LayerSpecification, opacity: number): [string, unknown][] {
  const paint = ('paint' in layer ? layer.paint : undefined) as Record<string, unknown> | undefined;
  return (OPACITIES[layer.type] ?? []).map((name) => {
    const own = paint?.[name] ?? 1;
    if (opacity === 0) return [name, 0];
    return [name, opacity === 1 ? own : multiplied(own, opacity)];
  });
}
