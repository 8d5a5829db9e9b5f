import type { Feature, LineString, Position } from 'geojson';
import { smoothLine } from '../lib/catmull-rom.ts';
import { writeOut } from '../lib/citation.ts';
import {
  type Dataset,
  feature,
  OUR_CREDIT,
  OUR_LICENCE,
  type Recipe,
  roundLine,
} from '../lib/dataset.ts';
import { readRecords, type Waypoint } from '../lib/inputs.ts';
import { frontLine } from './front-line.ts';

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
export const lines: Recipe = { output: 'korea/lines', needs: 'repository', make };

async function make(): Promise<Dataset> {
  const features = [...readRecords<LineRecord>('lines.jsonl').map(lineOf), await armisticeLine()];
  return { type: 'FeatureCollection', licence: OUR_LICENCE, credit: OUR_CREDIT, features };
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

async function armisticeLine(): Promise<Feature> {
  const { features } = await frontLine.make();
  const front = features.find(({ id }) => id === ARMISTICE) as Feature<LineString>;
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
