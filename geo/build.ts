import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { formatDataset } from './lib/dataset.ts';
import { GEO } from './lib/inputs.ts';
import { recipes } from './recipes/index.ts';

/** Makes every dataset, or those whose name begins with the first argument (`korea/`). */
const wanted = process.argv[2] ?? '';

for (const { output, make } of recipes.filter((recipe) => recipe.output.startsWith(wanted))) {
  const text = formatDataset(await make());
  const file = new URL(`${output}.geojson`, GEO);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
  const [raw, zipped] = [text.length, gzipSync(text).length].map((bytes) =>
    Math.ceil(bytes / 1024),
  );
  console.log(`${output}: ${raw} kB, ${zipped} kB gzip`);
}
