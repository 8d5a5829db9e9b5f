import type { Feature } from 'geojson';
import { writeOut } from '../lib/citation.ts';
import { feature, OURS, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readRecords, readTable } from '../lib/inputs.ts';

/** One site of `inputs/sites.jsonl`: a place of `places.csv`, and from which day on it was used so. */
interface SiteRecord {
  /** Of the place. */
  id: string;
  title: string;
  side: 'north' | 'south' | 'neutral';
  /** ISO date of the first day; absent where it is not bounded. */
  from?: string;
  /** ISO date of the day on which it is there no more. */
  until?: string;
  grade: string;
  source: string;
  note?: string;
}

/** `korea/sites`: air bases and camps, as points with the days on which they were there. */
export const sites: Recipe = { output: 'korea/sites.geojson', needs: 'repository', ...OURS, make };

function make(): Feature[] {
  const places = new Map(readTable('places.csv').map((row) => [row.id, row]));
  return readRecords<SiteRecord>('sites.jsonl').map(({ id, source, note = '', ...record }) => {
    const place = places.get(id);
    if (!place) throw new Error(`sites.jsonl: there is no place "${id}" in places.csv.`);
    const coordinates = roundPosition([Number(place.lon), Number(place.lat)], 3);
    const properties = { ...record, source: writeOut(source), note };
    return feature(id, { type: 'Point', coordinates }, properties);
  });
}
