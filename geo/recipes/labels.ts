import type { Feature } from 'geojson';
import { feature, OUR_LICENCE, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readTable } from '../lib/inputs.ts';

/**
 * `atlas/labels`: names of countries, regions, seas and rivers in the English of 1950, as points.
 * `minzoom` and `maxzoom` are map zooms between which a name is drawn.
 */
export const labels: Recipe = {
  output: 'atlas/labels.geojson',
  needs: 'repository',
  licence: OUR_LICENCE,
  credit: 'Legenda (CC BY 4.0)',
  make,
};

function make(): Feature[] {
  return readTable('labels.csv').map((row) => {
    const coordinates = roundPosition([Number(row.lon), Number(row.lat)], 2);
    const [minzoom, maxzoom] = [Number(row.minzoom), Number(row.maxzoom)];
    const properties = { name: row.name, class: row.class, minzoom, maxzoom };
    return feature(row.id!, { type: 'Point', coordinates }, properties);
  });
}
