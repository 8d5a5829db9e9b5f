import type { Feature } from 'geojson';
import { feature, OUR_LICENCE, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readTable } from '../lib/inputs.ts';
import { shortForms } from '../lib/name-forms.ts';

/**
 * `atlas/labels`: names of countries, regions, seas, rivers, towns and bridges, as points. `name` is the English of
 * 1950; `modern`, `ko`, `zh` and `ru` are its other forms, each left out where it is the same.
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
    const { name } = row;
    const forms = Object.entries(shortForms(row)).filter(([, form]) => form !== name);
    const properties = { name, ...Object.fromEntries(forms), class: row.class, minzoom, maxzoom };
    return feature(row.id!, { type: 'Point', coordinates }, properties);
  });
}
