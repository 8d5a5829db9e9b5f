import type { FeatureCollection } from 'geojson';

/** A table that a chart can be drawn from. */
export interface Table {
  /**
   * The cells of each line of a CSV file, as text without spaces around it; the names of the columns
   * come first. An empty line is one empty cell.
   */
  rows: string[][];
  /** Why the file is no CSV, and in which line, from 1; absent where it is one. */
  fault?: { row: string; fault: string };
}

/** How large a picture is shown when nothing scales it, CSS pixels; each at least 1. */
export interface PictureSize {
  width: number;
  height: number;
}

/** What a story can refer to. */
export interface Catalog {
  /**
   * Every dataset by name, such as `korea/front-line`. The one called `places` holds the places that
   * steps can label: Point features with an `id` and the properties `name`, `kind` and `anchor`, and
   * the name's other forms as `modern`, `ko`, `zh` and `ru`.
   */
  datasets: Record<string, FeatureCollection>;
  /**
   * Every table by name, such as `korea/share`, or `prices.csv` for a file beside the story; absent
   * where there is none.
   */
  tables?: Record<string, Table>;
  /** The names of the basemaps. */
  basemaps: string[];
  /** Whether a file exists, by its path from the story; absent where that is not to be checked. */
  hasFile?: (path: string) => boolean;
  /**
   * The size of a picture beside the story, by its path from there; `undefined` where there is none, or it
   * cannot be told. Absent, no picture's room is kept before it loads.
   */
  sizeOf?: (path: string) => PictureSize | undefined;
}

/** The dataset of that name, or `undefined`; never something inherited from `Object`. */
export function datasetOf(catalog: Catalog, name: string): FeatureCollection | undefined {
  return Object.hasOwn(catalog.datasets, name) ? catalog.datasets[name] : undefined;
}

/** The table of that name, or `undefined`; never something inherited from `Object`. */
export function tableOf({ tables = {} }: Catalog, name: string): Table | undefined {
  return Object.hasOwn(tables, name) ? tables[name] : undefined;
}
