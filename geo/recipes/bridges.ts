import type { Feature, Position } from 'geojson';
import { writeOut } from '../lib/citation.ts';
import { feature, OURS, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords } from '../lib/inputs.ts';

/** One bridge of `inputs/bridges.jsonl`; `cut` is the day from which it could not be used again. */
interface BridgeRecord {
  id: string;
  title: string;
  carries: 'rail' | 'road';
  built: string;
  grade: string;
  cut?: string;
  note: string;
  source: string;
  doubt: string;
  ends: [Position, Position];
}

/**
 * `korea/bridges`: the bridges of the Yalu between Antung and Sinuiju, from the Chinese bank to the
 * Korean, with what they carried in 1950 and what became of them.
 */
export const bridges: Recipe = {
  output: 'korea/bridges.geojson',
  needs: 'repository',
  ...OURS,
  make,
};

function make(): Feature[] {
  return readRecords<BridgeRecord>('bridges.jsonl').map(bridgeOf);
}

function bridgeOf({ id, ends, source, cut, ...record }: BridgeRecord): Feature {
  const { title, carries, built, grade, note, doubt } = record;
  return feature(
    id,
    { type: 'LineString', coordinates: roundLine(ends, 5) },
    {
      title,
      side: 'neutral',
      carries,
      built,
      ...(cut && { cut }),
      grade,
      source: writeOut(source),
      note,
      doubt,
    },
  );
}
