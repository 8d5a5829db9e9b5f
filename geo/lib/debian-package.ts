import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Debian package that a recipe reads data from. */
export interface DebianPackage {
  /** Its name, as apt knows it. */
  name: string;
  /** The version that recipes were written for, without the epoch. */
  version: string;
  /** Checksum of the `.deb` file, hexadecimal. */
  sha256: string;
}

/**
 * The folder that holds a package's files, laid out as below `/`. It lies in the temporary folder and
 * is made on the first call: apt fetches the package, which needs no root and installs nothing.
 * Throws if what apt has is not the known version.
 */
export function unpacked({ name, version, sha256 }: DebianPackage): string {
  const home = join(tmpdir(), `legenda-${name}-${version}`);
  const files = join(home, 'files');
  if (existsSync(files)) return files;
  mkdirSync(home, { recursive: true });
  execFileSync('apt-get', ['download', name], { cwd: home, stdio: 'ignore' });
  const archive = join(home, readdirSync(home).find((file) => file.endsWith('.deb'))!);
  const found = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (found !== sha256) throw new Error(`${name} is not ${version}`);
  // Renamed when whole, so that a broken unpacking is never taken for the package.
  execFileSync('dpkg-deb', ['-x', archive, `${files}.part`]);
  renameSync(`${files}.part`, files);
  return files;
}
