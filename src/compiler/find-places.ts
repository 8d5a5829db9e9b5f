import type { Feature } from 'geojson';
import { PLACE_NAMES } from '../core/place-names.ts';
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
      names: namesOf(properties),
      position: [lon, lat],
      kind: String(properties?.kind ?? 'town'),
      anchor,
    },
  ];
}

/** The forms of a name, from the properties that are called as the forms are. */
function namesOf(properties: Feature['properties']): Place['names'] {
  const forms = Object.keys(PLACE_NAMES).filter((form) => typeof properties?.[form] === 'string');
  return Object.fromEntries(forms.map((form) => [form, properties?.[form]]));
}
