import type { Feature, Polygon, Position } from 'geojson';
import { smoothRing } from '../lib/catmull-rom.ts';
import { feature, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords } from '../lib/inputs.ts';
import { readPolygons } from '../lib/marble-polygons.ts';
import { type Box, inBox, simplify } from '../lib/simplify.ts';
import { ringAreaKm2 } from '../lib/sphere.ts';

/** A water to add to Natural Earth's lakes; `estuary` says that it is open to the sea. */
interface Drawn {
  role: 'add';
  id: string;
  name: string;
  spacing_km: number;
  source: string;
  doubt: string;
  estuary?: true;
  ring: Position[];
  islands?: { name: string; ring: Position[] }[];
}

/**
 * Natural Earth's lake, or island in a lake, whose middle is `at`: one to leave out, or one of which
 * to keep only the vertices in a box.
 */
type Change =
  | { role: 'drop'; id: string; at: [number, number]; source: string }
  | { role: 'part'; id: string; at: [number, number]; box: Box; source: string; doubt: string };

type LakeRecord = Drawn | Change;

type DrawnLake = Feature<Polygon>;

/** How far in degrees the middle of a lake may be from the point that names it. */
const NEAR = 0.15;

/** Smaller islands in lakes are not drawn: square kilometres. */
const LEAST_ISLAND = 100;
/** Rivers end at the shores of lakes as large as this: square kilometres. */
const GREAT_LAKE = 1000;

/**
 * `atlas/lakes`: Natural Earth's lakes less the reservoirs filled after the war, the Aral Sea and
 * Lake Chad as they were, the reservoirs of Korea, and the Yalu where it is wide enough to have banks
 * and islands. What is drawn by hand says so in `doubt`, and names its islands.
 */
export const lakes: Recipe = {
  output: 'atlas/lakes.geojson',
  needs: 'debian',
  licence: 'public domain (Natural Earth); CC-BY-4.0 (features with a doubt)',
  credit: 'Natural Earth (public domain); lakes with a doubt by Legenda (CC BY 4.0)',
  make,
};

function make(): DrawnLake[] {
  const records = readRecords<LakeRecord>('lakes.jsonl');
  const changes = records.flatMap((record) => (record.role === 'add' ? [] : [record]));
  const met = new Set<Change>();
  const changeOf = (ring: Position[]) => {
    const change = changes.find(({ at }) => isAt(ring, at));
    if (change) met.add(change);
    return change;
  };
  const now = readPolygons('ne_50m_lakes').flatMap(({ number, rings: [outer, ...inner] }) => {
    const change = changeOf(outer!);
    if (change?.role === 'drop') return [];
    if (change) return [partOf(outer!, change)];
    const islands = inner.filter((ring) => km2Of(ring) >= LEAST_ISLAND && !changeOf(ring));
    return lakeOf(`ne-${number}`, [outer!, ...islands]);
  });
  const missed = changes.filter((change) => !met.has(change)).map(({ id }) => id);
  if (missed.length > 0) throw new Error(`No lake for ${missed.join()}`);
  const before = readPolygons('ne_50m_lakes_historic').flatMap(({ number, rings }) =>
    lakeOf(`ne-historic-${number}`, rings),
  );
  return [...now, ...before, ...drawnRecords().map(drawnByHand)];
}

function km2Of(ring: Position[]): number {
  return Math.abs(ringAreaKm2(ring));
}

function isAt(ring: Position[], [lon, lat]: [number, number]): boolean {
  const [west, east] = ends(ring.map((position) => position[0]!));
  const [south, north] = ends(ring.map((position) => position[1]!));
  return Math.hypot((west + east) / 2 - lon, (south + north) / 2 - lat) < NEAR;
}

function ends(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** None where a lake has no area, as one in Natural Earth has not. */
function lakeOf(id: string, rings: Position[][]): DrawnLake[] {
  const coordinates = rings.map((ring) => roundLine(simplify(ring, 0.01), 2));
  if (km2Of(rings[0]!) === 0) return [];
  return [feature(id, { type: 'Polygon', coordinates }, { name: '' })];
}

function partOf(ring: Position[], change: Extract<Change, { role: 'part' }>): DrawnLake {
  const { id, box, source, doubt } = change;
  const kept = ring.slice(1).filter((position) => inBox(position, box));
  const coordinates = [roundLine([...kept, kept[0]!], 2)];
  return feature(id, { type: 'Polygon', coordinates }, { name: '', source, doubt });
}

function drawnRecords(): Drawn[] {
  return readRecords<LakeRecord>('lakes.jsonl').flatMap((record) =>
    record.role === 'add' ? [record] : [],
  );
}

/**
 * The outer ring of each great lake, and of each water with a doubt: no course of a river is drawn
 * inside. In a smaller lake it is, for maps that leave the lake out.
 */
export function shores(): Position[][] {
  return make()
    .filter(
      ({ properties, geometry }) =>
        properties!.doubt || km2Of(geometry.coordinates[0]!) >= GREAT_LAKE,
    )
    .map(({ geometry }) => geometry.coordinates[0]!);
}

/** The waters drawn by hand that are open to the sea, with their islands: they are no land. */
export function estuaries(): DrawnLake[] {
  return drawnRecords()
    .filter(({ estuary }) => estuary)
    .map(drawnByHand);
}

function drawnByHand(record: Drawn): DrawnLake {
  const { id, name, source, doubt, estuary, islands = [], spacing_km: spacingKm } = record;
  const rings = [record.ring, ...islands.map(({ ring }) => ring)];
  const coordinates = rings.map((ring) => shoreOf(ring, spacingKm));
  const names = islands.flatMap((island) => (island.name ? [island.name] : []));
  return feature(
    id,
    { type: 'Polygon', coordinates },
    {
      name,
      source,
      doubt,
      ...(estuary && { estuary }),
      ...(names.length > 0 && { islands: names }),
    },
  );
}

/** Samples closer than a kilometre are worth another decimal, about 10 m. */
function shoreOf(ring: Position[], spacingKm: number): Position[] {
  return roundLine(smoothRing(ring, { spacingKm }), spacingKm < 1 ? 4 : 3);
}
