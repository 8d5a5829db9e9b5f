import type { GeoJSONSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Place, Story, ViewportKind } from '../core/story.ts';

/** Size of the places' names, CSS pixels. */
export const NAME_SIZE: Readonly<Record<ViewportKind, number>> = { wide: 15, phone: 13 };

/** Source of the places that a story labels. */
export const PLACES = 'story-places';

/** Where the name stands, in ems from the mark: MapLibre's text-anchor is the name's own side. */
const OFFSETS = {
  left: [0.65, -0.05],
  right: [-0.65, -0.05],
  top: [0, 0.5],
  bottom: [0, -0.5],
};

const toFeature = ({ position, names, unit, ...place }: Place): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { ...place, ...names, offset: OFFSETS[place.anchor], ...unit },
  geometry: { type: 'Point', coordinates: position },
});

/** The places of a story as a source; a frame's opacities are its feature states. */
export function placesSource(story: Story): GeoJSONSourceSpecification {
  const features = Object.values(story.places).map(toFeature);
  return { type: 'geojson', promoteId: 'id', data: { type: 'FeatureCollection', features } };
}

/** The layers of the marks and the names of places, in the atlas's style. */
export const PLACE_LAYERS = ['story-place-marks', 'story-place-names'] as const;

/** A filter that lets the places with these ids through. */
export function onlyPlaces(ids: string[]): ['in', ['get', 'id'], ['literal', string[]]] {
  return ['in', ['get', 'id'], ['literal', ids]];
}
