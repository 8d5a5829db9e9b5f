import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name that script and shaders share: an attribute, a uniform or a varying of ours. */
const SHARED = /\b[auv]_(?!projection)\w+/g;

/** The short names of long ones. */
export type ShortNames = ReadonlyMap<string, string>;

/**
 * Short names for all that script and shaders share in `sources`. They are numbered in alphabetical order,
 * so that they do not depend on the order in which a bundler reads files.
 */
export function numberShaderNames(sources: readonly string[]): ShortNames {
  const found = new Set(sources.flatMap((source) => source.match(SHARED) ?? []));
  return new Map([...found].sort().map((name, i) => [name, `_${i.toString(36)}`]));
}

/** {@link numberShaderNames} of the scripts in a folder. */
export function readShaderNames(folder: string): ShortNames {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return numberShaderNames(files.map((file) => readFileSync(join(folder, file), 'utf8')));
}

/** `code` with the short names. Throws where it has a name that has none. */
export function shortenShaderNames(code: string, names: ShortNames): string {
  return code.replace(SHARED, (name) => {
    const short = names.get(name);
    if (short === undefined) throw new Error(`${name} has no short name.`);
    return short;
  });
}
