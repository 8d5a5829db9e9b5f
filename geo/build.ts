import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileOf } from './lib/dataset.ts';
import { GEO } from './lib/inputs.ts';
import { withOutput } from './lib/made-from.ts';
import { recipes } from './recipes/index.ts';

/**
 * Makes every file, or those whose path begins with the first argument (`korea/`), and writes the
 * checksums of outputs into `sources.yaml`.
 */
const wanted = process.argv[2] ?? '';

for (const recipe of recipes.filter(({ output }) => output.startsWith(wanted))) {
  const bytes = await fileOf(recipe);
  const file = new URL(recipe.output, GEO);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, bytes);
  const sources = new URL('sources.yaml', GEO);
  const listed = readFileSync(sources, 'utf8');
  const known = withOutput(listed, recipe.output, bytes);
  if (known !== listed) writeFileSync(sources, known);
  const [raw, zipped] = [bytes.length, gzipSync(bytes).length].map((size) =>
    Math.ceil(size / 1024),
  );
  console.log(`${recipe.output}: ${raw} kB, ${zipped} kB gzip`);
  if (recipe.describe) console.log(await recipe.describe(bytes));
}
