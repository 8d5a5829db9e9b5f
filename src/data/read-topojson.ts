import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { isPlainType } from './check-geometry.ts';
import { type FaultLog, shown } from './faults.ts';
import { isObject, type Json } from './json.ts';

/** How many lists stand around the numbers of arcs, by type; points have coordinates instead. */
const ARC_DEPTHS: Readonly<Record<string, number>> = {
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** How many collections may stand in one another. */
const MOST_COLLECTED = 8;

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite);

/** The first arc that is none, by number; -1 where all are sound. */
function brokenArc(arcs: readonly unknown[]): number {
  return arcs.findIndex((arc) => !(Array.isArray(arc) && arc.length >= 2 && arc.every(isPair)));
}

function isTransform(value: unknown): boolean {
  return value === undefined || (isObject(value) && isPair(value.scale) && isPair(value.translate));
}

/** True where all numbers of arcs name one. They count from 0, and from -1 for an arc backwards. */
function namesArcs(value: unknown, depth: number, count: number): boolean {
  if (depth > 0) {
    return Array.isArray(value) && value.every((part) => namesArcs(part, depth - 1, count));
  }
  return Number.isInteger(value) && (value as number) < count && ~(value as number) < count;
}

/** True for coordinates that can be unpacked; whether they are sound is seen when they are. */
function isPoints(type: unknown, coordinates: unknown): boolean {
  if (type === 'Point') return isPair(coordinates);
  return Array.isArray(coordinates) && coordinates.every(isPair);
}

/** True for an object whose geometries can all be unpacked. */
function isSoundObject(value: unknown, count: number, depth = 0): boolean {
  if (!isObject(value) || depth > MOST_COLLECTED) return false;
  const { type, arcs, coordinates, geometries } = value;
  // A feature without geometry.
  if (type === null || type === undefined) return true;
  if (type === 'GeometryCollection') {
    return (
      Array.isArray(geometries) && geometries.every((part) => isSoundObject(part, count, depth + 1))
    );
  }
  if (!isPlainType(type)) return false;
  const depthOfArcs = ARC_DEPTHS[type];
  return depthOfArcs === undefined
    ? isPoints(type, coordinates)
    : namesArcs(arcs, depthOfArcs, count);
}

/**
 * The features of all objects of a TopoJSON topology, unpacked and not yet checked; `undefined`, and
 * reported, where it cannot be unpacked.
 */
export function readTopology(topology: Json, log: FaultLog): unknown[] | undefined {
  const { arcs, objects, transform } = topology;
  const fail = (where: string, given: string): undefined => {
    log.report('data-topology', { where, given });
    return undefined;
  };
  if (!Array.isArray(arcs)) return fail('`arcs`', `is ${shown(arcs)}`);
  if (!isObject(objects)) return fail('`objects`', `is ${shown(objects)}`);
  if (!isTransform(transform))
    return fail('`transform`', 'has no `scale` and `translate` of two numbers');
  const arc = brokenArc(arcs);
  if (arc >= 0) return fail(`arc ${arc + 1}`, 'is no list of two positions or more');
  const features: unknown[] = [];
  for (const [name, object] of Object.entries(objects)) {
    if (!isSoundObject(object, arcs.length)) {
      return fail(
        `the object \`${name.slice(0, 40)}\``,
        'has a geometry without arcs that are there',
      );
    }
    const unpacked = feature(topology as unknown as Topology, object as unknown as GeometryObject);
    const parts = unpacked.type === 'FeatureCollection' ? unpacked.features : [unpacked];
    for (const part of parts) features.push(part);
  }
  return features;
}
