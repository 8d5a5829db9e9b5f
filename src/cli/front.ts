import type { Feature, FeatureCollection } from 'geojson';
import { readDatedLine, readDay } from './read-dated-line.ts';

/** Options of `legenda front`, as typed. */
export interface FrontOptions {
  date: string;
}

/**
 * `legenda front`: a dated line on one day as GeoJSON, in the form in which dated lines are read: the
 * line, then its enclaves. Throws `StoryFileError` for what cannot be read.
 */
export function frontCommand(name: string, { date }: FrontOptions): string {
  const dated = readDatedLine(name);
  const { line, enclaves, ...known } = dated.sample(readDay(date, dated));
  const { uncertainty, continuous, title, from, to, source } = known;
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
