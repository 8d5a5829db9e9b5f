import type { Feature, Position } from 'geojson';
import { positionsAlong } from '../../src/core/geodesy.ts';
import type { PlacePair } from '../../src/core/match-lines.ts';
import { anchorsOf } from '../lib/anchors.ts';
import { smoothLine, smoothRing } from '../lib/catmull-rom.ts';
import { writeOut } from '../lib/citation.ts';
import { feature, OURS, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords, type Waypoint } from '../lib/inputs.ts';
import { type AnchoredLine, matchFronts } from '../lib/match-fronts.ts';

/** One day of `inputs/front-lines.jsonl`. The other keys are explained in `inputs/README.md`. */
interface FrontRecord {
  date: string;
  title: string;
  uncertainty_km: number;
  grade: string;
  source: string;
  exit: 'W' | 'S';
  same_as?: string;
  waypoints?: Waypoint[];
  /** The line as it comes to this day, where pockets are cut off or relieved on it. */
  before?: Waypoint[];
  /** The last day without a continuous front, where that is before the next record. */
  broken_until?: string;
  pockets?: Pocket[];
  note?: string;
}

interface Pocket {
  name: string;
  title: string;
  held: 'north' | 'south';
  ring: Position[];
  /** The day of this shape, where it is not the front's. */
  date?: string;
  /** The days on which it begins to open, and on which it is there no more. */
  from?: string;
  until?: string;
}

const WEST = 124;
const EAST = 131;
/** South of the mainland and north of Cheju, which stayed UNC while the front ran out to the south. */
const SOUTH_SEA = 34.15;
/** A line that ends at sea south of this is led up to it, so that Ullung-do stays UNC. */
const NORTH_OF_ULLUNG = 37.9;
const SPACING_KM = 12;
/** Of a line that is known to 5 km, which stands for months and is seen nearer. */
const CLOSE_SPACING_KM = 8;
/** Of a line that is known to 2 km: at Panmunjom its bends are seen near by. */
const FINE_SPACING_KM = 1.5;
const POCKET_SPACING_KM = 3;

/** Days without a continuous front, both ends included. */
const BROKEN = [
  ['1950-09-16', '1950-10-06'],
  ['1950-10-20', '1950-12-15'],
] as const;

/**
 * From the end of this day on the UNC held the islands off the west coast: irregulars who had come there
 * in the retreat of December, whom the Eighth Army took on from 15 January 1951 (K. Finlayson, Veritas
 * 9/1, 2013). When each island was manned is not known to us; the histories say “from 1951”.
 */
const ISLANDS_FROM = '1950-12-31';
/** From here on the line is carried out to sea by the Han estuary, and Kyodong is the UNC's too. */
const ESTUARY_FROM = '1951-06-15';
/**
 * From the west edge between the islands that the UNC held (Paengnyong, Taech'ong, Yonp'yong) and
 * the coast, over the sea, by the points of the later Northern Limit Line. No front ran here; it
 * only says on which side the islands were.
 */
const PAST_THE_ISLANDS: Position[] = [
  [124, 38.04],
  [124.8, 38.04],
  [124.8667, 37.7667],
  [125.0472, 37.6375],
  [125.2444, 37.5833],
  [125.5167, 37.6819],
  [125.6667, 37.6903],
  [125.75, 37.7147],
];
/** The Han estuary, with Kanghwa and Kyodong on the UNC side. */
const HAN_ESTUARY: Position[] = [
  [126.0167, 37.6583],
  [126.1111, 37.7125],
  [126.25, 37.83],
  [126.45, 37.83],
  [126.58, 37.77],
  [126.65, 37.785],
];

/** `korea/front-line`: the front on each known day, west to east with the north on its left. */
export const frontLine: Recipe = {
  output: 'korea/front-line.geojson',
  needs: 'repository',
  ...OURS,
  make: fronts,
};

/** The front on each known day, and the enclaves beside it, as `korea/front-line` has them. */
export function fronts(): Feature[] {
  const records = readRecords<FrontRecord>('front-lines.jsonl');
  const lines = records.map((record) => anchoredLine(record, waypointsOf(record, records)));
  const arrivals = records.map((record) => arrivalOf(record, records));
  const pockets = records.flatMap(pocketsOf);
  return records.flatMap((record, i) => {
    const [line, later] = [lines[i]!, arrivals[i + 1] ?? lines[i + 1]];
    return [
      ...(arrivals[i] ? [arrivalFeature(record, arrivals[i])] : []),
      lineOf(record, line, later ? matchFronts(line, later) : []),
      ...pockets
        .filter(({ record: of }) => of === record)
        .map((pocket) => pocketOf(pocket, pockets)),
    ];
  });
}

/** The line as it comes to a day: on that of the islands it still runs as the one before it. */
function arrivalOf(record: FrontRecord, records: FrontRecord[]): AnchoredLine | undefined {
  const { before } = record;
  if (before) return anchoredLine(record, before);
  if (record.date !== ISLANDS_FROM) return undefined;
  return anchoredLine({ ...record, islands: false }, waypointsOf(record, records));
}

function waypointsOf(record: FrontRecord, records: FrontRecord[]): Waypoint[] {
  const source = record.same_as ? records.find(({ date }) => date === record.same_as) : record;
  if (!source?.waypoints) throw new Error(`No waypoints for the front of ${record.date}`);
  return source.waypoints;
}

function anchoredLine(record: PartsRecord, waypoints: Waypoint[]): AnchoredLine {
  const { start, land, end } = partsOf(waypoints, record);
  const line = roundLine([...start, ...land, ...end], 3);
  const places = positionsAlong(line);
  const anchors = {
    // So that what runs past the islands stands still, however long the way is from there to the land.
    ...(start === PAST_THE_ISLANDS && { islands: places[start.length - 1]! }),
    start: places[start.length]!,
    ...anchorsOf(line, waypoints),
    end: places[line.length - end.length - 1]!,
  };
  return { line, anchors };
}

function lineOf(record: FrontRecord, { line }: AnchoredLine, next: PlacePair[]): Feature {
  const { date, title, broken_until } = record;
  const known = { ...evidence(record), ...(broken_until && { broken_until }) };
  const properties = { date, role: 'line', title, ...known, next };
  return feature(date, { type: 'LineString', coordinates: line }, properties);
}

function arrivalFeature(record: FrontRecord, { line }: AnchoredLine): Feature {
  const { date, title } = record;
  const properties = { date, role: 'arrival', title, ...evidence(record) };
  return feature(`${date}/arrival`, { type: 'LineString', coordinates: line }, properties);
}

/** What says how the line of a record runs; `islands` is whether it may run past them. */
type PartsRecord = Pick<FrontRecord, 'date' | 'exit' | 'uncertainty_km'> & { islands?: boolean };

function partsOf(waypoints: Waypoint[], record: PartsRecord) {
  const { date, exit, uncertainty_km: doubt, islands = true } = record;
  const points = waypoints.map(([lon, lat]): Position => [lon, lat]);
  const estuary = date >= ESTUARY_FROM ? HAN_ESTUARY : [];
  return {
    start: islands && date >= ISLANDS_FROM ? PAST_THE_ISLANDS : startAtSea(points[0]!, exit),
    land: smoothLine([...estuary, ...points], {
      spacingKm: spacingFor(doubt),
      least: doubt <= 5 ? 3 : 2,
    }),
    end: endAtSea(points.at(-1)!),
  };
}

const spacingFor = (doubt: number): number => {
  if (doubt <= 2) return FINE_SPACING_KM;
  return doubt <= 5 ? CLOSE_SPACING_KM : SPACING_KM;
};

function startAtSea([lon, lat]: Position, exit: 'W' | 'S'): Position[] {
  if (exit === 'S')
    return [
      [WEST, SOUTH_SEA],
      [lon!, SOUTH_SEA],
    ];
  // Due west from here would cut off the tip of the Ongjin Peninsula.
  const pastOngjin = lon! > 125.4 && lat! > 37.6 && lat! < 37.8;
  return [[WEST, pastOngjin ? 37.4 : lat!]];
}

function endAtSea([lon, lat]: Position): Position[] {
  return [
    [lon! + 0.2, lat!],
    [EAST, Math.max(lat!, NORTH_OF_ULLUNG)],
  ];
}

/** A pocket of a record as it is written: its day, and its ring made smooth. */
interface PocketOn {
  record: FrontRecord;
  pocket: Pocket;
  date: string;
  ring: [number, number][];
}

function pocketsOf(record: FrontRecord): PocketOn[] {
  return (record.pockets ?? []).map((pocket) => ({
    record,
    pocket,
    date: pocket.date ?? record.date,
    ring: roundLine(smoothRing(pocket.ring, { spacingKm: POCKET_SPACING_KM }), 3),
  }));
}

function pocketOf({ record, pocket, date, ring }: PocketOn, all: PocketOn[]): Feature {
  const { name, title, held, from, until } = pocket;
  const later = all.find((other) => other.pocket.name === name && other.date > date);
  // Both rings begin at the corner that their records name first.
  const next = later && matchFronts({ line: ring, anchors: {} }, { line: later.ring, anchors: {} });
  const life = { ...(from && { from }), ...(until && { until }), ...(next && { next }) };
  const properties = { date, role: 'enclave', name, held, title, ...evidence(record), ...life };
  return feature(`${date}/${name}`, { type: 'Polygon', coordinates: [ring] }, properties);
}

function evidence(record: FrontRecord): Record<string, unknown> {
  return {
    source: writeOut(record.source),
    grade: record.grade,
    uncertainty_km: record.uncertainty_km,
    continuous: !BROKEN.some(([from, to]) => record.date >= from && record.date <= to),
    note: record.note ?? '',
  };
}
