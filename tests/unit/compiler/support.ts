import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTable } from '../../../src/cli/parse-table.ts';
import type { Table } from '../../../src/compiler/catalog.ts';
import { type Catalog, type Compiled, compileStory } from '../../../src/compiler/compile-story.ts';
import type { Reading } from '../../../src/data/dataset.ts';
import { readGeojson } from '../../../src/data/read-geojson.ts';

/** The folder with a folder for each golden story. */
export const STORIES = fileURLToPath(new URL('../../stories/', import.meta.url));

/** The catalog of the golden stories. */
export function loadCatalog(): Catalog {
  const root = join(STORIES, 'catalog');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const datasets: Record<string, () => Reading> = {};
  for (const file of files.filter((name) => name.endsWith('.geojson'))) {
    const name = file.replaceAll('\\', '/').replace(/\.geojson$/, '');
    datasets[name] = () => readGeojson(readFileSync(join(root, file)));
  }
  const tables: Record<string, Table> = {};
  for (const file of files.filter((name) => name.endsWith('.csv'))) {
    const name = file.replaceAll('\\', '/');
    // Those in a folder stand for tables of geo/, the others for tables beside the story.
    const key = name.includes('/') ? name.replace(/\.csv$/, '') : name;
    tables[key] = parseTable(readFileSync(join(root, file), 'utf8'));
  }
  const images = ['images/bridge.jpg', 'bridge.jpg', 'map.png'];
  return {
    datasets,
    tables,
    basemaps: ['atlas', 'plain'],
    hasFile: (path) => images.includes(path),
  };
}

/** Compiles a text with the catalog of the golden stories. */
export function compile(text: string, catalog = loadCatalog()): Compiled {
  return compileStory(text, { file: 'story.md', catalog });
}

/** A story of one sound step with the given prose. */
export function storyWithProse(prose: string): string {
  return [
    '---\ntitle: A test\ndescription: A story for a test.\n---\n\n## One {#one}\n',
    '```step\ncamera: { bounds: [124, 34, 130, 43] }\nalt: Korea.\n```\n',
    prose,
  ].join('\n');
}
