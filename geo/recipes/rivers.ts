import type { Feature, Position } from 'geojson';
import { smoothLine } from '../lib/catmull-rom.ts';
import { feature, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readRecords, type Waypoint } from '../lib/inputs.ts';
import { fromNaturalEarth } from '../lib/natural-earth.ts';
import {
  AROUND_KOREA,
  AROUND_MOSCOW,
  EAST_ASIA,
  inBox,
  roundOff,
  simplify,
} from '../lib/simplify.ts';

/** One river of `inputs/rivers.jsonl`, which Natural Earth does not have. */
interface RiverRecord {
  id: string;
  name: string;
  source: string;
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
 * drawn by hand. `rank` is 0 for the greatest; `doubt` marks what is drawn by hand.
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
  const byHand = readRecords<RiverRecord>('rivers.jsonl').map(drawnByHand);
  return [...wanted.map(drawn), ...byHand];
}

function isNear({ geometry }: Feature): boolean {
  const boxes = [EAST_ASIA, AROUND_MOSCOW];
  return lineOf(geometry).some((position) => boxes.some((box) => inBox(position, box)));
}

/** Natural Earth has a few rivers without a course. */
function lineOf(geometry: Feature['geometry'] | null): Position[] {
  return geometry?.type === 'LineString' ? geometry.coordinates : [];
}

function drawn(river: Feature, number: number): Feature {
  const near = isNear(river);
  const { name, scalerank: rank } = river.properties as { name: string; scalerank: number };
  const line = roundOff(simplify(lineOf(river.geometry), near ? 0.002 : 0.02), AROUND_KOREA);
  const coordinates = line.map((position) => roundPosition(position, near ? 3 : 2));
  const known = NAMES[name] ?? (name.includes('?') ? '' : name);
  return feature(`ne-${number}`, { type: 'LineString', coordinates }, { name: known, rank });
}

function drawnByHand({ id, name, source, waypoints }: RiverRecord): Feature {
  const course = waypoints.map(([lon, lat]) => [lon, lat]);
  const line = smoothLine(course, { spacingKm: 4 });
  const coordinates = line.map((position) => roundPosition(position, 3));
  return feature(
    id,
    { type: 'LineString', coordinates },
    { name, rank: 8, source, doubt: BY_HAND },
  );
}
