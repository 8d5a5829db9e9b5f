import type { Feature } from 'geojson';
import { feature, OUR_LICENCE, type Recipe, roundPosition } from '../lib/dataset.ts';
import { readTable } from '../lib/inputs.ts';
import { fullForms, shortForms } from '../lib/name-forms.ts';

/**
 * `places`: towns, islands, airfields and battlefields. `name` is the English of the time, short
 * enough for the map; `anchor` is the point of the name that touches the mark, as in MapLibre
 * (`left`: the name stands to the right). `modern`, `ko`, `zh` and `ru` are its other forms, as short;
 * `in_full` holds those that the table has with a remark ("汉城(今首尔)"). `doubt` and `in_full` are there
 * only where there is something to say.
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
    const { id, name, kind, anchor, source, doubt } = row;
    const coordinates = roundPosition([Number(row.lon), Number(row.lat)], 3);
    const full = fullForms(row);
    return feature(
      id!,
      { type: 'Point', coordinates },
      {
        ...{ name, ...shortForms(row), kind, anchor, source },
        ...(Object.keys(full).length > 0 && { in_full: full }),
        ...(doubt && { doubt }),
      },
    );
  });
}
