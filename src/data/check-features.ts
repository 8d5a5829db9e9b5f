import type { GeoJsonProperties } from 'geojson';
import { isPlainType, readGeometry } from './check-geometry.ts';
import type { DataFeature, Dataset, PlainGeometry } from './dataset.ts';
import { type FaultLog, shown } from './faults.ts';
import { isObject, type Json } from './json.ts';
import { type World, watchWorld } from './world.ts';

/** How many collections of geometries may stand in one another. */
const MOST_COLLECTED = 8;

interface FeatureContext {
  log: FaultLog;
  world: World;
  where: string;
}

/** The geometries of a feature: one, or the parts of a collection. */
function readGeometries(value: unknown, context: FeatureContext, depth = 0): PlainGeometry[] {
  const { log, where } = context;
  if (!isObject(value) || depth > MOST_COLLECTED) {
    log.report('data-geometry-type', { where, given: shown(value) });
    return [];
  }
  const { type, coordinates, geometries } = value;
  if (type === 'GeometryCollection' && Array.isArray(geometries)) {
    return geometries.flatMap((part) => readGeometries(part, context, depth + 1));
  }
  if (!isPlainType(type)) {
    log.report('data-geometry-type', { where, given: shown(type) });
    return [];
  }
  const geometry = readGeometry(type, coordinates, context);
  return geometry ? [geometry] : [];
}

const isId = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || Number.isFinite(value);

/** The id of a feature: its own, or one among its properties, where many programs write it. */
function idOf({ id }: Json, properties: Json, { log, where }: FeatureContext) {
  if (isId(id)) return id;
  if (id !== undefined && id !== null && id !== '') {
    log.report('data-feature-id', { where, given: shown(id) });
    return undefined;
  }
  return isId(properties.id) ? properties.id : undefined;
}

function nameOf(feature: unknown, index: number): string {
  const place = `feature ${index + 1}`;
  const own = isObject(feature) ? feature : {};
  const id = own.id ?? (isObject(own.properties) ? own.properties.id : undefined);
  return isId(id) ? `${place} (\`${String(id).slice(0, 40)}\`)` : place;
}

function readFeature(value: unknown, context: FeatureContext): DataFeature[] {
  const { log, where } = context;
  if (!isObject(value) || value.type !== 'Feature') {
    const given = isObject(value) ? `an object with \`type\` ${shown(value.type)}` : shown(value);
    log.report('data-not-a-feature', { where, given });
    return [];
  }
  const properties = value.properties ?? {};
  if (!isObject(properties)) {
    log.report('data-properties', { where, given: shown(properties) });
    return [];
  }
  const id = idOf(value, properties, context);
  if (value.geometry === null || value.geometry === undefined) {
    log.report('data-without-geometry', { where });
    return [];
  }
  return readGeometries(value.geometry, context).map((geometry) => ({
    type: 'Feature',
    ...(id !== undefined && { id }),
    properties: properties as GeoJsonProperties,
    geometry,
  }));
}

/**
 * Reads GeoJSON features, each checked, into a dataset. Those without geometry are left out, and a
 * collection of geometries becomes a feature for each of its parts. What is wrong goes to `log`.
 */
export function readFeatures(values: readonly unknown[], log: FaultLog): Dataset {
  const world = watchWorld();
  const ids = new Set<string>();
  const features = values.flatMap((value, index) => {
    const where = nameOf(value, index);
    const read = readFeature(value, { log, world, where });
    const id = read[0]?.id;
    if (id === undefined) return read;
    if (ids.has(String(id))) log.report('data-repeated-id', { where, id: String(id).slice(0, 40) });
    ids.add(String(id));
    return read;
  });
  world.report(log);
  return { type: 'FeatureCollection', features };
}
