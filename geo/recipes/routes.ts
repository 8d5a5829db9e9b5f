import type { Feature } from 'geojson';
import { smoothLine } from '../lib/catmull-rom.ts';
import { writeOut } from '../lib/citation.ts';
import { feature, OURS, type Recipe, roundLine } from '../lib/dataset.ts';
import { readRecords, type Waypoint } from '../lib/inputs.ts';
import { routeDays } from '../lib/route-days.ts';
import { lengthKm } from '../lib/sphere.ts';

/** One way of `inputs/routes.jsonl`. A waypoint without a name only gives the shape. */
interface RouteRecord {
  id: string;
  title: string;
  side: 'north' | 'south' | 'neutral';
  mode: 'land' | 'sea' | 'rail' | 'air';
  grade: string;
  source: string;
  from: string;
  to: string;
  note?: string;
  /** ISO date of the day on which nothing of it is to be seen any more; absent: a month after its last. */
  until?: string;
  /** The arms that go it; `along` is the part of the way where the map names them. */
  unit?: { name: string; size: string; along: number; anchor: string };
  waypoints: Waypoint[];
}

/** `korea/routes`: the ways of armies, fleets, trains and envoys, from start to end. */
export const routes: Recipe = {
  output: 'korea/routes.geojson',
  needs: 'repository',
  ...OURS,
  make,
};

function make(): Feature[] {
  return readRecords<RouteRecord>('routes.jsonl').map((record) => {
    const coordinates = roundLine(shape(record.waypoints), 3);
    const days = routeDays(record.id, coordinates, record.waypoints);
    return feature(record.id, { type: 'LineString', coordinates }, propertiesOf(record, days));
  });
}

function shape(waypoints: Waypoint[]): [number, number][] {
  const positions = waypoints.map(([lon, lat]) => [lon, lat]);
  const spacingKm = Math.min(60, Math.max(3, lengthKm(positions) / 100));
  return smoothLine(positions, { spacingKm, least: 3 }) as [number, number][];
}

function propertiesOf(record: RouteRecord, days: [number, string][]): Record<string, unknown> {
  const { title, side, mode, grade, source, from, to, note = '', waypoints, unit, until } = record;
  const own = { ...(unit && { unit }), ...(days.length > 0 && { days }), ...(until && { until }) };
  const named = waypoints.flatMap(([lon, lat, name]) =>
    name ? [{ name, position: [lon, lat] }] : [],
  );
  const cited = { title, side, mode, grade, source: writeOut(source), from, to, note };
  return { ...cited, ...own, waypoints: named };
}
