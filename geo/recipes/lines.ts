import type { Feature, LineString, Position } from 'geojson';
import { smoothLine } from '../lib/catmull-rom.ts';
import { writeOut } from '../lib/citation.ts';
import { feature, OURS, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords, type Waypoint } from '../lib/inputs.ts';
import { fronts } from './front-line.ts';

/** One line of `inputs/lines.jsonl`; `from` is the first day it may be shown. */
interface LineRecord {
  id: string;
  title: string;
  side: string;
  grade: string;
  source: string;
  note?: string;
  from?: string;
  smooth: boolean;
  waypoints: Waypoint[];
}

/** The day of the armistice, whose front became the Military Demarcation Line. */
const ARMISTICE = '1953-07-27';
/** The Military Demarcation Line begins here; in the Han estuary there is none. */
const IMJIN_MOUTH = 126.66;
/** East end of the Military Demarcation Line, on the coast south of Kosong. */
const EAST_COAST = 128.39;

/** `korea/lines`: lines drawn by treaty, order or habit, and the armistice line. */
export const lines: Recipe = { output: 'korea/lines.geojson', needs: 'repository', ...OURS, make };

function make(): Feature[] {
  return [...readRecords<LineRecord>('lines.jsonl').map(lineOf), armisticeLine()];
}

function lineOf({ id, smooth, waypoints, ...record }: LineRecord): Feature {
  const positions: Position[] = waypoints.map(([lon, lat]) => [lon, lat]);
  const line = smooth ? smoothLine(positions, { spacingKm: 8 }) : positions;
  const { title, side, grade, source, note = '', from } = record;
  return feature(
    id,
    { type: 'LineString', coordinates: roundLine(line, 4) },
    { title, side, grade, source: writeOut(source), note, ...(from && { from }) },
  );
}

function armisticeLine(): Feature {
  const front = fronts().find(({ id }) => id === ARMISTICE) as Feature<LineString>;
  const { source, grade } = front.properties as Record<string, string>;
  const coordinates = front.geometry.coordinates.filter(
    ([lon]) => lon! >= IMJIN_MOUTH && lon! <= EAST_COAST,
  );
  return feature(
    'mdl',
    { type: 'LineString', coordinates },
    {
      title: 'Military Demarcation Line',
      side: 'neutral',
      grade,
      source,
      note: 'Generalised; within about 3 km of the line in Natural Earth.',
      from: ARMISTICE,
    },
  );
}
