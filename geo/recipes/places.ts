import type { Feature } from 'geojson';
import { feature, OUR_LICENCE, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readTable } from '../lib/inputs.ts';

/**
 * `places`: towns, islands, airfields and battlefields. `name` is the English of the time, short
 * enough for the map; `anchor` is the point of the name that touches the mark, as in MapLibre
 * (`left`: the name stands to the right). `doubt` is there only where there is one.
 */
export const places: Recipe = {
  output: 'places.geojson',
  needs: 'repository',
  licence: OUR_LICENCE,
  credit: 'Legenda (CC BY 4.0); the place list cites GeoNames (CC BY 4.0)',
  make,
};

function make(): Feature[] {
  return readTable('places.csv').map((row) => {
    const { id, name, modern_en: modern, ko, zh, ru, kind, anchor, source, doubt } = row;
    const coordinates = roundPosition([Number(row.lon), Number(row.lat)], 3);
    return feature(
      id!,
      { type: 'Point', coordinates },
      { name, modern, ko, zh, ru, kind, anchor, source, ...(doubt && { doubt }) },
    );
  });
}
