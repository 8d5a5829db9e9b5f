import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { GEO } from './inputs.ts';

const IMPORT = /from '(\.{1,2}\/[^']+\.ts)'/g;
const READ = /read(?:Records|Table|Input)(?:<[^(]*>)?\('([^']+)'\)/g;
/** The list of recipes, which is no part of any. */
const LIST = 'index.ts';

const textAt = (url: URL): string => readFileSync(url, 'utf8');

/**
 * The files that make an output: its recipe, and what that imports under `geo/`, directly or not.
 * Throws where no recipe, or more than one, says that it makes it.
 */
function codeOf(output: string): URL[] {
  const folder = new URL('recipes/', GEO);
  const recipes = readdirSync(folder)
    .filter((name) => name !== LIST)
    .map((name) => new URL(name, folder))
    .filter((url) => textAt(url).includes(`output: '${output}'`));
  if (recipes.length !== 1) throw new Error(`${recipes.length} recipes make ${output}`);
  const found = new Map<string, URL>();
  const follow = (url: URL): void => {
    if (found.has(url.href) || !url.href.startsWith(GEO.href)) return;
    found.set(url.href, url);
    for (const [, path] of textAt(url).matchAll(IMPORT)) follow(new URL(path!, url));
  };
  for (const recipe of recipes) follow(recipe);
  return [...found.values()].sort((a, b) => a.href.localeCompare(b.href));
}

/** The files of `geo/inputs/` that an output is made from, by name: those that its code reads. */
export function inputsOf(output: string): string[] {
  const read = codeOf(output).flatMap((url) =>
    [...textAt(url).matchAll(READ)].map(([, name]) => name!),
  );
  return [...new Set(read)].sort();
}

/**
 * A checksum (SHA-256, hexadecimal) of all that is committed and that an output is made from: the code
 * of its recipe, and the inputs which that reads. An output made before one of them changed has another.
 */
export function madeFrom(output: string): string {
  const hash = createHash('sha256');
  for (const url of codeOf(output)) hash.update(readFileSync(url));
  for (const name of inputsOf(output)) hash.update(readFileSync(new URL(`inputs/${name}`, GEO)));
  return hash.digest('hex');
}

/** The text of `sources.yaml` with the checksums of an output that was made now, if it lists it. */
export function withOutput(sources: string, output: string, bytes: Uint8Array): string {
  const entry = new RegExp(
    `(  - file: ${output.replaceAll('.', '\\.')}\n)(?: {4}(?:sha256|made_from): .*\n)*`,
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = `    sha256: ${sha256}\n    made_from: ${madeFrom(output)}\n`;
  return sources.replace(entry, (_, file: string) => file + known);
}
