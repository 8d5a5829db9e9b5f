import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

/** Natural Earth countries as npm's world-atlas packs them: shared borders are stored once. */
export interface WorldAtlas {
  topology: Topology;
  /** One geometry a country; `id` is its ISO 3166 numeric code, where it has one. */
  countries: GeometryObject<{ name: string }>[];
}

/** Reads `world-atlas/countries-<scale>.json` from node_modules. */
export function readWorldAtlas(scale: '10m' | '50m'): WorldAtlas {
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology;
  const { geometries } = topology.objects.countries as GeometryCollection<{ name: string }>;
  return { topology, countries: geometries };
}
