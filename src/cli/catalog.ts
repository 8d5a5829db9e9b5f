import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Catalog } from '../compiler/catalog.ts';
import { pictureSize } from './picture-size.ts';
import { readDataFile, readTableFile } from './read-data-file.ts';
import { readStoryPath } from './read-story-file.ts';

/** Where both are, the last is read. */
const DATASETS = ['.topojson', '.geojson'];
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

/** Names with what reads the file of each. */
function readers<Read>(names: readonly string[], read: (name: string) => Read) {
  return names.map((name): [string, () => Read] => [name, () => read(name)]);
}

/**
 * Lists what stories can refer to: every GeoJSON and TopoJSON file under `geoFolder` and every `.csv`
 * file, named by its path without ending. None is opened before a story names it. `storyFolder` is where
 * a story's pictures and its own tables are looked for; without one, none are.
 */
export function readCatalog(geoFolder: string, storyFolder?: string): Catalog {
  const datasets = DATASETS.flatMap((ending) =>
    readers(namesUnder(geoFolder, ending), (name) => readDataFile(geoFolder, `${name}${ending}`)),
  );
  const tables = readers(namesUnder(geoFolder, TABLE), (name) =>
    readTableFile(geoFolder, `${name}${TABLE}`),
  );
  const basemaps = ['atlas'];
  if (storyFolder === undefined) {
    return { datasets: Object.fromEntries(datasets), tables: Object.fromEntries(tables), basemaps };
  }
  const own = readers(namesBeside(storyFolder), (name) => readTableFile(storyFolder, name));
  return {
    datasets: Object.fromEntries(datasets),
    tables: Object.fromEntries([...tables, ...own]),
    basemaps,
    hasFile: (path, use) => {
      const read = readStoryPath(storyFolder, path, use);
      return 'file' in read ? true : read.fault;
    },
    sizeOf: (path) => {
      const read = readStoryPath(storyFolder, path, 'picture');
      return 'file' in read ? pictureSize(read.file.bytes) : undefined;
    },
  };
}
