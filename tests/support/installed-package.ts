import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/packages.ts';

const run = promisify(execFile);

/** Programs that are scripts on Windows need its shell. */
const shell = process.platform === 'win32';

/** A folder in which the packed package is installed, with a folder for each consumer beside. */
export interface Installed {
  /** Has `node_modules`, and `vite`, `webpack`, `plain` and `types` out of `tests/consumers`. */
  folder: string;
  /** Runs the installed `legenda` in that folder; gives its output, and rejects where it fails. */
  legenda: (...args: string[]) => Promise<string>;
  remove: () => Promise<void>;
}

/** The packages that the installed one asks for, out of the project's own; nothing is fetched. */
async function linkDependencies(modules: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const link = join(modules, name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, 'node_modules', name), link, 'junction');
  }
}

/**
 * Packs the package, which builds it, and installs the tarball into a new folder without a network. `extra` are
 * packages that a consumer has by itself. Rejects where it cannot be packed.
 */
export async function installPackage(extra: readonly string[] = []): Promise<Installed> {
  const folder = await mkdtemp(join(tmpdir(), 'legenda-package-'));
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'legenda');
  await run('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, shell });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  await mkdir(own, { recursive: true });
  await run('tar', ['-xzf', join('..', '..', tarball), '--strip-components=1'], { cwd: own });
  const { bin, dependencies } = JSON.parse(await readFile(join(own, 'package.json'), 'utf8')) as {
    bin: { legenda: string };
    dependencies: Record<string, string>;
  };
  await linkDependencies(modules, [...Object.keys(dependencies), ...extra]);
  await cp(join(ROOT, 'tests/consumers'), folder, { recursive: true });
  return {
    folder,
    async legenda(...args) {
      const options = { cwd: folder, maxBuffer: 2 ** 26 };
      const { stdout } = await run(process.execPath, [join(own, bin.legenda), ...args], options);
      return stdout;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
