import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Catalog } from '../compiler/catalog.ts';
import { parseTable } from './parse-table.ts';
import { pictureSize } from './picture-size.ts';

const DATASET = '.geojson';
const TABLE = '.csv';

/** Folders under `geo` that hold nothing for stories. */
const OTHER = /^(atlas|inputs|recipes|lib)\//;

/** Names, under `folder`, of all files that end so, with `/` between folders and sorted. */
function namesUnder(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((path) => path.slice(0, -ending.length))
    .filter((name) => !OTHER.test(name))
    .sort();
}

/** The tables in a story's own folder, which keep their ending in their names. */
function namesBeside(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(TABLE))
    .sort();
}

/**
 * Reads what stories can refer to: every `.geojson` file under `geoFolder` and every `.csv` file,
 * named by its path without ending. `storyFolder` is where a story's pictures and its own tables are
 * looked for; without one, none are. Throws where a GeoJSON file is not JSON.
 */
export function readCatalog(geoFolder: string, storyFolder?: string): Catalog {
  const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
  const dataset = (name: string): FeatureCollection =>
    JSON.parse(read(geoFolder, `${name}${DATASET}`));
  const table = (...path: string[]) => parseTable(read(...path));
  const names = namesUnder(geoFolder, DATASET);
  const tables = namesUnder(geoFolder, TABLE);
  const shared = tables.map((name) => [name, table(geoFolder, `${name}${TABLE}`)] as const);
  const own =
    storyFolder === undefined
      ? []
      : namesBeside(storyFolder).map((name) => [name, table(storyFolder, name)] as const);
  return {
    datasets: Object.fromEntries(names.map((name) => [name, dataset(name)])),
    tables: Object.fromEntries([...shared, ...own]),
    basemaps: ['atlas'],
    ...(storyFolder !== undefined && {
      hasFile: (path: string) => existsSync(join(storyFolder, path)),
      sizeOf: (path: string) => pictureSize(join(storyFolder, path)),
    }),
  };
}
