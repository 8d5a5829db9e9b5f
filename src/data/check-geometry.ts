import type { Position } from 'geojson';
import type { PlainGeometry } from './dataset.ts';
import { type FaultLog, shown } from './faults.ts';
import type { World } from './world.ts';

/** How many lists stand around a position, by type. */
const DEPTHS = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const satisfies Record<PlainGeometry['type'], number>;

/** The coordinates of each type, as a message shows them. */
const FORMS = [
  '[lon, lat]',
  '[[lon, lat], …]',
  '[[[lon, lat], …], …]',
  '[[[[lon, lat], …], …], …]',
];

/** What the lists of each depth hold, for saying where. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  MultiLineString: ['line', 'position'],
  Polygon: ['ring', 'position'],
  MultiPolygon: ['polygon', 'ring', 'position'],
};

/** What a geometry is checked with. */
export interface GeometryContext {
  /** The feature that it belongs to, in words. */
  where: string;
  log: FaultLog;
  world: World;
}

interface Part extends GeometryContext {
  type: PlainGeometry['type'];
  /** Where in the coordinates, counted from 0. */
  path: readonly number[];
}

type Coordinates = Position | Coordinates[];

function placeIn({ where, type, path }: Part): string {
  const names = NAMES[type] ?? ['position'];
  return [where, ...path.map((index, i) => `${names[i] ?? 'position'} ${index + 1}`)].join(', ');
}

/** To 1e-7 degree, a centimetre, as dated lines are: what is finer is noise of a computation. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7 + 0;

function readPosition(value: unknown, part: Part): Position | undefined {
  const { log, world } = part;
  if (!Array.isArray(value) || value.some(Array.isArray)) {
    const values = { type: part.type, needed: FORMS[DEPTHS[part.type]] ?? '' };
    log.report('data-wrong-nesting', { where: placeIn(part), ...values });
    return undefined;
  }
  const [lon, lat] = value as unknown[];
  const isSound = Number.isFinite(lon) && Number.isFinite(lat);
  if (!isSound) {
    log.report('data-not-a-position', { where: placeIn(part), given: shown(value) });
    return undefined;
  }
  const position = [round(lon as number), round(lat as number)];
  world.see(position, () => placeIn(part));
  return position;
}

/** Least number of positions in the innermost list. */
const LEAST: Partial<Record<PlainGeometry['type'], number>> = {
  MultiPoint: 1,
  LineString: 2,
  MultiLineString: 2,
};

function closed(ring: Position[], part: Part): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  part.log.report('data-open-ring', { where: placeIn(part) });
  return [...ring, first];
}

/** The innermost list: a line, or a ring that is closed. */
function readRow(value: unknown[], part: Part): Position[] | undefined {
  const { type, log } = part;
  const read = value.map((each, i) => readPosition(each, { ...part, path: [...part.path, i] }));
  if (read.includes(undefined)) return undefined;
  const isRing = type === 'Polygon' || type === 'MultiPolygon';
  const row = isRing ? closed(read as Position[], part) : (read as Position[]);
  const least = LEAST[type] ?? 4;
  if (row.length >= least) return row;
  const values = { type: isRing ? 'ring' : type, least: String(least), count: String(row.length) };
  log.report('data-few-positions', { where: placeIn(part), ...values });
  return undefined;
}

function readLists(value: unknown, depth: number, part: Part): Coordinates | undefined {
  if (depth === 0) return readPosition(value, part);
  if (!Array.isArray(value)) {
    const needed = FORMS[DEPTHS[part.type]] ?? '';
    part.log.report('data-wrong-nesting', { where: placeIn(part), type: part.type, needed });
    return undefined;
  }
  if (depth === 1) return readRow(value, part);
  if (value.length === 0) {
    const values = { type: part.type, least: '1', count: '0' };
    part.log.report('data-few-positions', { where: placeIn(part), ...values });
  }
  const read = value.map((each, i) =>
    readLists(each, depth - 1, { ...part, path: [...part.path, i] }),
  );
  return read.length === 0 || read.includes(undefined) ? undefined : (read as Coordinates[]);
}

/** True for the name of a geometry that has positions. */
export function isPlainType(type: unknown): type is PlainGeometry['type'] {
  return typeof type === 'string' && Object.hasOwn(DEPTHS, type);
}

/**
 * A geometry of `type` with these coordinates, its positions cut to `[lon, lat]` and its rings closed;
 * `undefined`, and reported, where they are not of its form.
 */
export function readGeometry(
  type: PlainGeometry['type'],
  coordinates: unknown,
  context: GeometryContext,
): PlainGeometry | undefined {
  const read = readLists(coordinates, DEPTHS[type], { ...context, type, path: [] });
  return read && ({ type, coordinates: read } as PlainGeometry);
}
