import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import { palette } from '../core/palette.ts';
import type { Place, Story, ViewportKind } from '../core/story.ts';

/** Size of the places' names, CSS pixels. */
export const NAME_SIZE: Readonly<Record<ViewportKind, number>> = { wide: 15, phone: 13 };

/** Source of the places that a story labels. */
export const PLACES = 'story-places';

const BIG = ['in', ['get', 'kind'], ['literal', ['capital']]];
const OPACITY = ['coalesce', ['feature-state', 'opacity'], 0];

/** Where the name stands, in ems from the mark: MapLibre's text-anchor is the name's own side. */
const OFFSETS = {
  left: [0.65, -0.05],
  right: [-0.65, -0.05],
  top: [0, 0.5],
  bottom: [0, -0.5],
};

const toFeature = ({ id, name, position, kind, anchor }: Place): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { id, name, kind, anchor, offset: OFFSETS[anchor] },
  geometry: { type: 'Point', coordinates: position },
});

/** The places of a story as a source; a frame's opacities are its feature states. */
export function placesSource(story: Story): GeoJSONSourceSpecification {
  const features = Object.values(story.places).map(toFeature);
  return { type: 'geojson', promoteId: 'id', data: { type: 'FeatureCollection', features } };
}

/** The marks and names of the places; both draw only what their filter lets through. */
export const placeLayers = [
  {
    id: 'story-place-marks',
    type: 'circle',
    source: PLACES,
    filter: ['in', ['get', 'id'], ['literal', []]],
    paint: {
      'circle-radius': ['case', BIG, 4.4, 3.2],
      'circle-color': palette.paper,
      'circle-stroke-color': palette.ink,
      'circle-stroke-width': ['case', BIG, 1.9, 1.4],
      'circle-opacity': OPACITY,
      'circle-stroke-opacity': OPACITY,
    },
  },
  {
    id: 'story-place-names',
    type: 'symbol',
    source: PLACES,
    filter: ['in', ['get', 'id'], ['literal', []]],
    layout: {
      'text-field': ['case', BIG, ['upcase', ['get', 'name']], ['get', 'name']],
      'text-font': ['case', BIG, ['literal', ['Atlas Bold']], ['literal', ['Atlas Regular']]],
      'text-size': NAME_SIZE.wide,
      'text-letter-spacing': ['case', BIG, 0.06, 0.01],
      'text-anchor': ['get', 'anchor'],
      'text-offset': ['get', 'offset'],
      'text-max-width': 14,
      'text-padding': 1,
    },
    paint: {
      'text-color': palette.ink,
      'text-halo-color': palette.paper,
      'text-halo-width': 1.6,
      'text-opacity': OPACITY,
    },
  },
] as unknown as LayerSpecification[];

/** A filter that lets the places with these ids through. */
export function onlyPlaces(ids: readonly string[]): ['in', ['get', 'id'], ['literal', string[]]] {
  return ['in', ['get', 'id'], ['literal', [...ids]]];
}
