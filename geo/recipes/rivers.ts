import type { Feature, LineString, MultiLineString, Position } from 'geojson';
import { smoothLine } from '../lib/catmull-rom.ts';
import { feature, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readRecords, type Waypoint } from '../lib/inputs.ts';
import { fromNaturalEarth } from '../lib/natural-earth.ts';
import { partsOutside } from '../lib/parts-outside.ts';
import {
  AROUND_KOREA,
  AROUND_MOSCOW,
  EAST_ASIA,
  inBox,
  roundOff,
  simplify,
} from '../lib/simplify.ts';
import { shores } from './lakes.ts';

/** One river of `inputs/rivers.jsonl`, which Natural Earth does not have. */
interface RiverRecord {
  id: string;
  name: string;
  source: string;
  doubt?: string;
  waypoints: Waypoint[];
}

/** Natural Earth's names that are not the names of the time, or that are damaged. */
const NAMES: Record<string, string> = {
  'Chang Jiang (Yangtze)': 'Yangtze',
  'Di?er Songhua': 'Sungari',
  'Heilong Jiang (Amur)': 'Amur',
  'Huang (Yellow)': 'Yellow',
  'Songhua (Sungari)': 'Sungari',
  'Argun? (Ergun)': 'Argun',
  'Ussuri (Wusuli)': 'Ussuri',
  Nakdong: 'Naktong',
  Nen: 'Nonni',
};
const MAJOR_RANK = 4;
const BY_HAND =
  'Drawn by hand through the places named, not traced from a map; perhaps 5 to 10 km out';

/**
 * `atlas/rivers`: Natural Earth's rivers in East Asia and around Moscow, its major ones elsewhere, and Korean rivers
 * drawn by hand, each as far as the great lakes and the waters drawn by hand in `atlas/lakes`. `rank` is 0 for the greatest;
 * `doubt` marks what is drawn by hand.
 */
export const rivers: Recipe = {
  output: 'atlas/rivers.geojson',
  needs: 'debian',
  licence: 'public domain (Natural Earth); CC-BY-4.0 (features with a doubt)',
  credit: 'Natural Earth (public domain); Korean rivers by Legenda (CC BY 4.0)',
  make,
};

async function make(): Promise<Feature[]> {
  const { features } = await fromNaturalEarth(
    ['10m/ne_10m_rivers_lake_centerlines'],
    '-i ne_10m_rivers_lake_centerlines.shp -explode',
  );
  const wanted = features.filter(
    (river) =>
      lineOf(river.geometry).length > 1 &&
      (isNear(river) || river.properties!.scalerank <= MAJOR_RANK),
  );
  const ends = shores();
  return [
    ...wanted.flatMap((river, number) => drawn(river, number, ends)),
    ...readRecords<RiverRecord>('rivers.jsonl').flatMap((river) => drawnByHand(river, ends)),
  ];
}

function isNear({ geometry }: Feature): boolean {
  const boxes = [EAST_ASIA, AROUND_MOSCOW];
  return lineOf(geometry).some((position) => boxes.some((box) => inBox(position, box)));
}

/** Natural Earth has a few rivers without a course. */
function lineOf(geometry: Feature['geometry'] | null): Position[] {
  return geometry?.type === 'LineString' ? geometry.coordinates : [];
}

function drawn(river: Feature, number: number, ends: Position[][]): Feature[] {
  const near = isNear(river);
  const { name, scalerank: rank } = river.properties as { name: string; scalerank: number };
  const line = roundOff(simplify(lineOf(river.geometry), near ? 0.002 : 0.02), AROUND_KOREA);
  const known = NAMES[name] ?? (name.includes('?') ? '' : name);
  return courseOf(partsOutside(line, ends), near ? 3 : 2).map((course) =>
    feature(`ne-${number}`, course, { name: known, rank }),
  );
}

function drawnByHand(river: RiverRecord, ends: Position[][]): Feature[] {
  const { id, name, source, waypoints, doubt = BY_HAND } = river;
  const line = smoothLine(
    waypoints.map(([lon, lat]) => [lon, lat]),
    { spacingKm: 1 },
  );
  return courseOf(partsOutside(line, ends), 3).map((course) =>
    feature(id, course, { name, rank: 8, source, doubt }),
  );
}

/** One geometry for the parts of a course, or none where nothing is left of it. */
function courseOf(parts: Position[][], decimals: number): (LineString | MultiLineString)[] {
  const rounded = parts.map((part) => part.map((position) => roundPosition(position, decimals)));
  const [only, ...others] = rounded;
  if (!only) return [];
  if (others.length === 0) return [{ type: 'LineString', coordinates: only }];
  return [{ type: 'MultiLineString', coordinates: rounded }];
}
