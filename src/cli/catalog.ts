import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Catalog } from '../compiler/catalog.ts';

const ENDING = '.geojson';

/** Names, under `folder`, of all files that end so, with `/` between folders and sorted. */
function namesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ENDING))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .map((path) => path.slice(0, -ENDING.length))
    .sort();
}

/** Folders under `geo` that are no datasets of stories. */
const OTHER = /^(atlas|inputs|recipes|lib)\//;

/**
 * Reads what stories can refer to: every `.geojson` file under `geoFolder`, named by its path
 * without ending. `storyFolder` is where a story's pictures are looked for. Throws where a file is
 * not JSON.
 */
export function readCatalog(geoFolder: string, storyFolder: string): Catalog {
  const names = namesUnder(geoFolder).filter((name) => !OTHER.test(name));
  const read = (name: string): FeatureCollection =>
    JSON.parse(readFileSync(join(geoFolder, `${name}${ENDING}`), 'utf8'));
  return {
    datasets: Object.fromEntries(names.map((name) => [name, read(name)])),
    basemaps: ['atlas'],
    hasFile: (path) => existsSync(join(storyFolder, path)),
  };
}
