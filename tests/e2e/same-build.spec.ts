import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { build, type Plugin } from 'vite';
import { ROOT } from '../../scripts/packages.ts';

const hashOf = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

/** The hash of each file under a folder, by path. */
async function hashesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const hashes = paths.map(
    async (path) => [relative(folder, path), hashOf(await readFile(path))] as const,
  );
  return Object.fromEntries(await Promise.all(hashes));
}

/** Lets modules be read in an order that has nothing to do with who imports them. */
const otherOrder: Plugin = {
  name: 'other-order',
  enforce: 'pre',
  async load(id) {
    const turns = Number.parseInt(hashOf(id).slice(0, 4), 16) % 200;
    for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setImmediate(resolve));
    return null;
  },
};

test('case 31: a second build has the same files with the same bytes, whatever is read first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'legenda-build-'));
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      plugins: [otherOrder],
      build: { outDir: folder, emptyOutDir: true },
    });
    expect(await hashesOf(folder)).toEqual(await hashesOf(join(ROOT, 'dist')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
