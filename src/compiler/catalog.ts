import type { FeatureCollection } from 'geojson';

/** What a story can refer to. */
export interface Catalog {
  /**
   * Every dataset by name, such as `korea/front-line`. The one called `places` holds the places that
   * steps can label: Point features with an `id` and the properties `name`, `kind` and `anchor`, and
   * the name's other forms as `modern`, `ko`, `zh` and `ru`.
   */
  datasets: Record<string, FeatureCollection>;
  /** The names of the basemaps. */
  basemaps: string[];
  /** Whether a file exists, by its path from the story; absent where that is not to be checked. */
  hasFile?: (path: string) => boolean;
}

/** The dataset of that name, or `undefined`; never something inherited from `Object`. */
export function datasetOf(catalog: Catalog, name: string): FeatureCollection | undefined {
  return Object.hasOwn(catalog.datasets, name) ? catalog.datasets[name] : undefined;
}
