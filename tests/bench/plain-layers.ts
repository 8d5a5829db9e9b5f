import type {
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature, Geometry } from 'geojson';
import type {
  FrameDatedArea,
  FrameDatedLine,
  FrameLayer,
  FrameRoute,
} from '../../src/core/frame.ts';
import { palette } from '../../src/core/palette.ts';
import { ringsOf } from '../../src/core/rings-of.ts';
import type { LngLat, Side, Story, StoryLayer } from '../../src/core/story.ts';
import { AREA_TINT, FRONT_CORE, FRONT_PALE, ROUTE_CORE } from '../../src/style/strokes.ts';

/** What MapLibre draws one of a story's layers with. */
interface Plain {
  source: SourceSpecification;
  layers: LayerSpecification[];
}

const feature = (geometry: Geometry, part: string): Feature => ({
  type: 'Feature',
  properties: { part },
  geometry,
});
const polygon = (coordinates: LngLat[][], part: string): Feature =>
  feature({ type: 'Polygon', coordinates }, part);
const line = (coordinates: LngLat[], part = 'line'): Feature =>
  feature({ type: 'LineString', coordinates }, part);
const point = (coordinates: LngLat, part: string): Feature =>
  feature({ type: 'Point', coordinates }, part);
const only = (part: string): FilterSpecification => ['==', ['get', 'part'], part];
const geojson = (features: Feature[]): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features },
});

function plainArea(id: string, part: FrameDatedArea, ground: LngLat[][]): Plain {
  const source = `plain-${id}`;
  const side = (name: 'north' | 'south'): LayerSpecification => ({
    id: `${source}-${name}`,
    type: 'fill',
    source,
    filter: only(name),
    paint: {
      'fill-color': palette[name],
      'fill-opacity': AREA_TINT * part.opacity,
      'fill-antialias': false,
    },
  });
  const features = [
    polygon([part.north], 'north'),
    ...ground.map((ring) => polygon([ring], 'south')),
    ...part.enclaves.map(({ ring }) => polygon([ring], 'south')),
  ];
  return { source: geojson(features), layers: [side('north'), side('south')] };
}

function plainLine(id: string, part: FrameDatedLine): Plain {
  const source = `plain-${id}`;
  const stroke = (
    name: string,
    color: string,
    [width, offset, blur]: [number, number, number],
  ): LayerSpecification => ({
    id: `${source}-${name}`,
    type: 'line',
    source,
    paint: {
      'line-color': color,
      'line-opacity': part.opacity,
      'line-width': width,
      'line-offset': offset,
      'line-blur': blur,
    },
  });
  return {
    source: geojson([line(part.line), ...part.enclaves.map(({ ring }) => line(ring))]),
    layers: [
      stroke('halo', palette.softInk, [30, 0, 20]),
      stroke('north', palette.north, [FRONT_CORE, -FRONT_CORE / 2, 0]),
      stroke('south', palette.south, [FRONT_CORE, FRONT_CORE / 2, 0]),
      stroke('core', palette.paper, [2 * FRONT_PALE, 0, 0]),
    ],
  };
}

function plainRoute(id: string, { paths, opacity }: FrameRoute, side: Side): Plain {
  const source = `plain-${id}`;
  const stroke = (name: string, color: string, width: number): LayerSpecification => ({
    id: `${source}-${name}`,
    type: 'line',
    source,
    filter: only('line'),
    paint: { 'line-color': color, 'line-width': width, 'line-opacity': opacity },
  });
  const heads = paths.map(({ line: way }) => point(way.at(-1) ?? [0, 0], 'head'));
  return {
    source: geojson([...paths.map(({ line: way }) => line(way)), ...heads]),
    layers: [
      stroke('casing', palette.paper, 4 * ROUTE_CORE),
      stroke('core', palette[side], 2 * ROUTE_CORE),
      {
        id: `${source}-heads`,
        type: 'circle',
        source,
        filter: only('head'),
        paint: { 'circle-color': palette[side], 'circle-opacity': opacity },
      },
    ],
  };
}

function plainLayer(part: FrameLayer, layer: StoryLayer, story: Story): Plain | undefined {
  const { id, within = '', side } = layer;
  if (part.kind === 'dated-line') return plainLine(id, part);
  if (part.kind === 'route') return plainRoute(id, part, side);
  if (part.kind !== 'dated-area') return undefined;
  return plainArea(id, part, ringsOf(story.data[within]?.features ?? []));
}

/**
 * A style with what a story draws by layers of its own in it, as MapLibre's own layers of one day: the
 * picture that a page written by hand would show. `order`: ids of all layers on the story's map, from below.
 */
export function withPlainLayers(
  style: StyleSpecification,
  { story, order, parts }: { story: Story; order: readonly string[]; parts: readonly FrameLayer[] },
): StyleSpecification {
  const sources = { ...style.sources };
  // A layer of ours is named for all that it draws, from below.
  const layers = order
    .join(' ')
    .split(' ')
    .flatMap((id): LayerSpecification[] => {
      const there = style.layers.find((layer) => layer.id === id);
      const layer = story.layers.find((one) => `story-${one.id}` === id);
      const part = parts.find((one) => one.id === layer?.id);
      if (there || !layer || !part) return there ? [there] : [];
      const plain = plainLayer(part, layer, story);
      if (!plain) return [];
      sources[`plain-${layer.id}`] = plain.source;
      return plain.layers;
    });
  return { ...style, sources, layers };
}
