import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An npm package that a recipe reads a file from, and that Legenda does not depend on. */
export interface NpmPackage {
  /** Its name, with its scope. */
  name: string;
  /** The version that the recipe was written for. */
  version: string;
  /** Checksum of the `.tgz` file, hexadecimal. */
  sha256: string;
}

/**
 * The bytes of one file of a package, by its path there. npm fetches the package into the temporary
 * folder on the first call, and installs nothing. Throws if it is not the known package.
 */
export function readPacked({ name, version, sha256 }: NpmPackage, path: string): Buffer {
  const home = join(tmpdir(), `legenda-${name.replace(/\W+/g, '-')}-${version}`);
  if (!existsSync(home)) {
    mkdirSync(home);
    execFileSync('npm', ['pack', `${name}@${version}`], { cwd: home, stdio: 'ignore' });
  }
  const archive = join(home, readdirSync(home).find((file) => file.endsWith('.tgz')) ?? '');
  const found = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (found !== sha256)
    throw new Error(`${name} is not ${version}; ${home} holds what was fetched`);
  const options = { maxBuffer: 100_000_000 };
  return execFileSync('tar', ['-xzOf', archive, `package/${path}`], options);
}
