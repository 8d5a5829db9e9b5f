import { readFeatures } from './check-features.ts';
import { isPlainType } from './check-geometry.ts';
import type { Reading } from './dataset.ts';
import { decodeText } from './decode-text.ts';
import { createFaultLog, type Fault, type FaultLog, HARMLESS, shown } from './faults.ts';
import { isObject, type Json } from './json.ts';
import { parseJson } from './parse-json.ts';
import { readTopology } from './read-topojson.ts';

/** Names of WGS 84 in longitude and latitude, which GeoJSON always is. */
const DEGREES = /(?:CRS:?84|EPSG:{1,2}(?:[\d.]*:)?(?:4326|4258|4269|4979))$/i;

/** The name of a `crs` member that says that positions are no degrees. */
function foreignCrs({ crs }: Json): string | undefined {
  if (!isObject(crs)) return undefined;
  const { name, code } = isObject(crs.properties) ? crs.properties : ({} as Json);
  const written = code !== undefined ? `EPSG:${String(code)}` : name;
  if (typeof written !== 'string' || DEGREES.test(written)) return undefined;
  return written.slice(0, 60);
}

/** The features of any form of GeoJSON or TopoJSON, not yet checked. */
function featuresIn(value: unknown, log: FaultLog): readonly unknown[] | undefined {
  const type = isObject(value) ? value.type : undefined;
  if (isObject(value)) {
    if (type === 'FeatureCollection' && Array.isArray(value.features)) return value.features;
    if (type === 'Feature') return [value];
    if (type === 'Topology') return readTopology(value, log);
    const isGeometry = isPlainType(type) || type === 'GeometryCollection';
    if (isGeometry) return [{ type: 'Feature', properties: {}, geometry: value }];
  }
  const named = type === undefined ? 'an object without `type`' : `\`type\` ${shown(type)}`;
  const listed = type === 'FeatureCollection' ? 'a FeatureCollection without `features`' : named;
  const plain = Array.isArray(value) ? `a list of ${value.length}` : shown(value);
  log.report('data-not-geojson', { given: isObject(value) ? listed : plain });
  return undefined;
}

const failed = (fault: Fault): Reading => ({ faults: [fault] });

/**
 * Reads a parsed GeoJSON or TopoJSON value: nothing about it is taken for granted. A Feature or a
 * geometry by itself is a collection of one.
 */
export function checkGeojson(value: unknown): Reading {
  const log = createFaultLog();
  const crs = isObject(value) ? foreignCrs(value) : undefined;
  if (crs) return failed({ code: 'data-projection', values: { crs } });
  const features = featuresIn(value, log);
  const dataset = features && readFeatures(features, log);
  const faults = log.list();
  const isUsable = dataset && faults.every(({ code }) => HARMLESS.has(code));
  return isUsable ? { dataset, faults } : { faults };
}

/**
 * Reads GeoJSON (RFC 7946) or TopoJSON, as text or as the bytes of a file in UTF-8. It never throws:
 * what is wrong is among the faults, and `dataset` is absent where it cannot be used.
 */
export function readGeojson(source: string | Uint8Array): Reading {
  const decoded = typeof source === 'string' ? { text: source } : decodeText(source);
  if ('fault' in decoded) return failed(decoded.fault);
  const parsed = parseJson(decoded.text.replace(/^\uFEFF/, ''));
  return 'fault' in parsed ? failed(parsed.fault) : checkGeojson(parsed.value);
}
