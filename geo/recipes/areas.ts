import type { Feature, Position } from 'geojson';
import { smoothRing } from '../lib/catmull-rom.ts';
import { writeOut } from '../lib/citation.ts';
import { feature, OURS, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords } from '../lib/inputs.ts';

/** One area of `inputs/areas.jsonl`; the ring does not repeat its first corner. */
interface AreaRecord {
  id: string;
  title: string;
  side: string;
  grade: string;
  source: string;
  note: string;
  uncertainty_km: number;
  ring: Position[];
}

/** `korea/areas`: areas with a name but without an agreed edge. */
export const areas: Recipe = { output: 'korea/areas.geojson', needs: 'repository', ...OURS, make };

function make(): Feature[] {
  return readRecords<AreaRecord>('areas.jsonl').map(({ id, ring, ...record }) => {
    const coordinates = [roundLine(smoothRing(ring, { spacingKm: 5 }), 3)];
    return feature(
      id,
      { type: 'Polygon', coordinates },
      { ...record, source: writeOut(record.source) },
    );
  });
}
