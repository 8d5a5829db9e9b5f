import type { Feature } from 'geojson';
import type { Place } from '../core/story.ts';
import { type Catalog, datasetOf } from './catalog.ts';

const ANCHORS = ['left', 'right', 'top', 'bottom'] as const;

/** The places of a catalog by id: the points of its dataset `places`. */
export function findPlaces(catalog: Catalog): Map<string, Place> {
  const features = datasetOf(catalog, 'places')?.features ?? [];
  return new Map(features.flatMap(toPlace).map((place) => [place.id, place]));
}

function toPlace({ id, geometry, properties }: Feature): Place[] {
  if (id === undefined || geometry?.type !== 'Point') return [];
  const [lon = 0, lat = 0] = geometry.coordinates;
  const anchor = ANCHORS.find((side) => side === properties?.anchor) ?? 'left';
  return [
    {
      id: String(id),
      name: String(properties?.name ?? id),
      position: [lon, lat],
      kind: String(properties?.kind ?? 'town'),
      anchor,
    },
  ];
}
