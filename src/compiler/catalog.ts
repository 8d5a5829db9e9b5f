import type { Dataset, Reading } from '../data/dataset.ts';
import type { Fault } from '../data/faults.ts';
import { checkGeojson } from '../data/read-geojson.ts';
import type { FileFault } from './file-fault.ts';

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

/** A file that could not be read as a table, and why. */
export interface UnreadTable {
  /** Path of the file, for messages. */
  file?: string;
  faults: Fault[];
}

/**
 * What a file beside the story is named for: it says which kinds of files may be. A link to a file is a
 * `download`.
 */
export type FileUse = 'picture' | 'video' | 'download';

/**
 * What a story can refer to. Whatever it holds is checked when a story names it, and what is a function
 * is called then: a file that no story names is not opened.
 */
export interface Catalog {
  /**
   * Every dataset by name, such as `korea/front-line`: GeoJSON or TopoJSON, or a function that reads
   * it. The one called `places` holds the places that steps can label: Point features with an `id` and
   * the properties `name`, `kind` and `anchor`, and the name's other forms as `modern`, `ko`, `zh` and
   * `ru`.
   */
  datasets: Readonly<Record<string, object | (() => Reading)>>;
  /**
   * Every table by name, such as `korea/share`, or `prices.csv` for a file beside the story, or a function
   * that reads it; absent where there is none.
   */
  tables?: Readonly<Record<string, Table | (() => Table | UnreadTable)>>;
  /** The names of the basemaps. */
  basemaps: string[];
  /**
   * True for a file that can be used, by its path from the story; else false, or why it cannot. Absent
   * where that is not to be checked.
   */
  hasFile?: (path: string, use: FileUse) => boolean | FileFault;
  /**
   * The size of a picture beside the story, by its path from there; `undefined` where there is none, or it
   * cannot be told. Absent, no picture's room is kept before it loads.
   */
  sizeOf?: (path: string) => PictureSize | undefined;
}

/** A catalog for one story: what is named is read once. */
export interface OpenCatalog extends Pick<Catalog, 'basemaps' | 'hasFile' | 'sizeOf'> {
  datasetNames: readonly string[];
  tableNames: readonly string[];
  /** The dataset of that name as it was read; `undefined` where there is none. */
  dataset(name: string): Reading | undefined;
  /** The table of that name as it was read; `undefined` where there is none. */
  table(name: string): Table | UnreadTable | undefined;
}

/** The value that `make` gives for a name, made once. */
function once<Value>(make: (name: string) => Value): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name) as Value;
  };
}

/** Opens a catalog for the compiling of one story. */
export function openCatalog({ datasets, tables = {}, ...rest }: Catalog): OpenCatalog {
  return {
    ...rest,
    datasetNames: Object.keys(datasets),
    tableNames: Object.keys(tables),
    // Never something inherited from `Object`.
    dataset: once((name) => {
      if (!Object.hasOwn(datasets, name)) return undefined;
      const source = datasets[name];
      return typeof source === 'function' ? (source as () => Reading)() : checkGeojson(source);
    }),
    table: once((name) => {
      if (!Object.hasOwn(tables, name)) return undefined;
      const source = tables[name];
      return typeof source === 'function' ? source() : source;
    }),
  };
}

/** The dataset of that name; `undefined` where there is none, or none that can be used. */
export function datasetOf(catalog: OpenCatalog, name: string): Dataset | undefined {
  return catalog.dataset(name)?.dataset;
}
