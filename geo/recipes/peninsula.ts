import type { MultiPolygon } from 'geojson';
import { merge } from 'topojson-client';
import type { Polygon as TopoPolygon } from 'topojson-specification';
import { type Dataset, feature, NATURAL_EARTH, type Recipe, roundLine } from '../lib/dataset.ts';
import { ringAreaKm2 } from '../lib/sphere.ts';
import { readWorldAtlas } from '../lib/world-atlas.ts';

/** ISO 3166 numeric: North Korea, South Korea. */
const KOREA = new Set(['408', '410']);
const LEAST_KM2 = 3;

/**
 * `korea/peninsula`: one MultiPolygon `korea`, the coast with islands of 3 km² and more, and the
 * border on the Yalu and the Tumen. The two states are merged, so no modern line crosses it.
 */
export const peninsula: Recipe = { output: 'korea/peninsula', needs: 'repository', make };

function make(): Dataset {
  const { topology, countries } = readWorldAtlas('10m');
  const states = countries.filter(({ id }) => KOREA.has(String(id))) as TopoPolygon[];
  const { coordinates } = merge(topology, states);
  const geometry: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: coordinates
      .filter(([outer]) => Math.abs(ringAreaKm2(outer!)) >= LEAST_KM2)
      .map((polygon) => polygon.map((ring) => roundLine(ring, 3))),
  };
  const properties = { title: 'Korea', source: 'Natural Earth 1:10m, from world-atlas 2.0.2' };
  return {
    type: 'FeatureCollection',
    ...NATURAL_EARTH,
    features: [feature('korea', geometry, properties)],
  };
}
