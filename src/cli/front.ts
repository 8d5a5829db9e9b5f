import type { Feature, FeatureCollection } from 'geojson';
import { isoDate } from '../core/calendar.ts';
import { readDataset, readDatedLine, readDay } from './read-dated-line.ts';

/** Options of `legenda front`, as typed. */
export interface FrontOptions {
  date: string;
}

/**
 * What is known of a line between two known days: what the earlier is called, the ISO dates of both,
 * which are the same on a known day, and where they are from, two sources parted by a semicolon.
 */
function knownAround(lines: readonly Feature[], date: string) {
  const days = lines
    .map(({ properties }) => ({ title: '', source: '', date: '', ...properties }))
    .sort((a, b) => a.date.localeCompare(b.date));
  const from = days.findLast((day) => day.date <= date) ?? days[0];
  const to = days.find((day) => day.date >= date) ?? from;
  const source = [...new Set([from?.source, to?.source])].join('; ');
  return { title: from?.title, from: from?.date, to: to?.date, source };
}

/**
 * `legenda front`: a dated line on one day as GeoJSON, in the form in which dated lines are read: the
 * line, then its enclaves. Throws `StoryFileError` for what cannot be read.
 */
export function frontCommand(name: string, { date }: FrontOptions): string {
  const dated = readDatedLine(name);
  const day = readDay(date, dated);
  const { line, enclaves, uncertainty, continuous } = dated.sample(day);
  const lines = readDataset(name).features.filter(({ properties }) => properties?.role === 'line');
  const { title, from, to, source } = knownAround(lines, isoDate(day));
  const shared = { date, uncertainty_km: uncertainty, source };
  const features: Feature[] = [
    {
      type: 'Feature',
      id: date,
      properties: { ...shared, role: 'line', title, continuous, from, to },
      geometry: { type: 'LineString', coordinates: line },
    },
    ...enclaves.map(
      (enclave): Feature => ({
        type: 'Feature',
        id: `${date}/${enclave.name}`,
        properties: { ...shared, role: 'enclave', name: enclave.name, held: 'south' },
        geometry: { type: 'Polygon', coordinates: [enclave.ring] },
      }),
    ),
  ];
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  return JSON.stringify(collection, null, 2);
}
