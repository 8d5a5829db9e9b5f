import type { Feature } from 'geojson';
import { PLACE_NAMES } from '../core/place-names.ts';
import type { Place } from '../core/story.ts';
import type { Reading } from '../data/dataset.ts';
import type { OpenCatalog } from './catalog.ts';
import type { IssueLog, Late } from './issue-log.ts';
import { reportFaults } from './report-faults.ts';

const ANCHORS = ['left', 'right', 'top', 'bottom'] as const;

/** The dataset that holds them. */
const DATASET = 'places';

/** Places by id; `undefined` where their dataset cannot be used. */
export type Places = ReadonlyMap<string, Place> | undefined;

/**
 * Finds the places of a catalog: the points of its dataset `places`, which is read when a step first
 * names one. What is wrong with it is reported once, at the first offset that is given.
 */
export function findPlaces(catalog: OpenCatalog, log: IssueLog): (at?: Late<number>) => Places {
  let told = false;
  let found: Places;
  return (at) => {
    const reading = catalog.dataset(DATASET) ?? NONE;
    const { dataset } = reading;
    if (!told && at !== undefined) reportFaults(log, at, { file: DATASET, ...reading });
    told ||= at !== undefined;
    found ??= dataset && new Map(dataset.features.flatMap(toPlace).map((each) => [each.id, each]));
    return found;
  };
}

const NONE: Reading = { dataset: { type: 'FeatureCollection', features: [] }, faults: [] };

function toPlace({ id, geometry, properties }: Feature): Place[] {
  if (id === undefined || geometry.type !== 'Point') return [];
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
