import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { palette } from '../core/palette.ts';
import { atlasData, fontFaces } from './atlas-assets.ts';

const line = (
  id: string,
  source: string,
  paint: Extract<LayerSpecification, { type: 'line' }>['paint'],
): LayerSpecification => ({
  id,
  type: 'line',
  source,
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  ...(paint ? { paint } : {}),
});

/** The coast's echo in the sea, as engravers drew it: fainter with each line. */
const waterlines = [3, 6.5, 10.5].map((offset, i) =>
  line(`atlas-waterline-${i}`, 'atlas-land', {
    'line-color': palette.water,
    'line-width': 0.6,
    'line-offset': -offset,
    'line-opacity': ['interpolate', ['linear'], ['zoom'], 4.5, 0, 6, 0.5 - i * 0.13],
  }),
);

/** What lies under the areas of a story. */
export const groundLayers: LayerSpecification[] = [
  { id: 'atlas-sea', type: 'background', paint: { 'background-color': palette.sea } },
  line('atlas-graticule', 'atlas-graticule', {
    'line-color': '#8fa5a6',
    'line-width': 0.5,
    'line-opacity': 0.7,
  }),
  ...waterlines,
  {
    id: 'atlas-land',
    type: 'fill',
    source: 'atlas-land',
    paint: { 'fill-color': palette.land, 'fill-antialias': true },
  },
  {
    id: 'atlas-lakes',
    type: 'fill',
    source: 'atlas-lakes',
    paint: { 'fill-color': palette.sea, 'fill-outline-color': palette.water },
  },
];

/** What lies over the areas of a story and under its lines. */
export const lineworkLayers: LayerSpecification[] = [
  line('atlas-rivers', 'atlas-rivers', {
    'line-color': palette.water,
    'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.4, 6, 0.9, 9, 1.8],
    'line-opacity': ['interpolate', ['linear'], ['zoom'], 2, 0.4, 5, 0.9],
  }),
  line('atlas-coast', 'atlas-land', {
    'line-color': palette.coast,
    'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.75, 6, 0.95, 9, 1.3],
  }),
  line('atlas-border-band', 'atlas-borders', {
    'line-color': palette.border,
    'line-opacity': 0.13,
    'line-width': ['interpolate', ['linear'], ['zoom'], 2, 1.5, 6, 5, 9, 9],
  }),
  line('atlas-borders', 'atlas-borders', {
    'line-color': palette.border,
    'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 6, 1, 9, 1.4],
    'line-dasharray': [4, 2, 1, 2],
  }),
];

const labelClass = (
  name: string,
  spec: { font: string; size: [number, number]; color: string; spacing: number },
): LayerSpecification => ({
  id: `atlas-label-${name}`,
  type: 'symbol',
  source: 'atlas-labels',
  filter: [
    'all',
    ['==', ['get', 'class'], name],
    ['<=', ['coalesce', ['get', 'minzoom'], 0], ['zoom']],
    ['>', ['coalesce', ['get', 'maxzoom'], 24], ['zoom']],
  ],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': [spec.font],
    'text-size': ['interpolate', ['linear'], ['zoom'], 2, spec.size[0], 8, spec.size[1]],
    'text-letter-spacing': spec.spacing,
    'text-max-width': 9,
    'text-padding': 4,
  },
  paint: {
    'text-color': spec.color,
    'text-halo-color': name === 'sea' ? palette.sea : palette.land,
    'text-halo-width': name === 'sea' ? 0 : 1,
  },
});

/** The atlas's own names, over everything but the story's. */
export const labelLayers: LayerSpecification[] = [
  labelClass('river', { font: 'Atlas Italic', size: [9, 13], color: '#3d5f6f', spacing: 0.04 }),
  labelClass('sea', { font: 'Atlas Italic', size: [11, 17], color: '#41606b', spacing: 0.14 }),
  labelClass('region', { font: 'Atlas Regular', size: [10, 15], color: '#6f6150', spacing: 0.22 }),
  labelClass('country', { font: 'Atlas Regular', size: [11, 18], color: '#574b3d', spacing: 0.26 }),
];

/** The basemap's sources, lettering and projection, without layers. */
export function atlasBase(): Omit<StyleSpecification, 'layers'> {
  const sources = Object.entries(atlasData).map(([name, data]) => [
    `atlas-${name}`,
    { type: 'geojson', data, maxzoom: 10, tolerance: 0.3, buffer: 64 },
  ]);
  return {
    version: 8,
    'font-faces': fontFaces,
    transition: { duration: 0, delay: 0 },
    projection: {
      type: ['interpolate', ['linear'], ['zoom'], 3.4, 'vertical-perspective', 4.4, 'mercator'],
    },
    sources: Object.fromEntries(sources),
  };
}
