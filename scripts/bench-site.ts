import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { atlasStyle } from '../src/cli/atlas-plugin.ts';
import { ROOT } from './packages.ts';
import { serve } from './serve.ts';

/** A built site and the benchmark's own pages, served together. */
export interface BenchSite {
  /** Address of the site, with a slash at its end. */
  url: string;
  /** Stops serving and removes the files. */
  close: () => Promise<void>;
}

/** Paths on the site of the benchmark's own files. */
export const BENCH_PAGES = {
  bare: 'bench/bare.html',
  bareScript: 'bench/bare.js',
  reading: 'bench/reading.js',
} as const;

async function buildPages(outDir: string): Promise<void> {
  const root = join(ROOT, 'tests/bench');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [atlasStyle({ root: ROOT })],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: [join(root, 'bare.html'), join(root, 'reading.ts')],
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

/**
 * Serves a copy of a built site, so that a build meanwhile does no harm, with the bare page and the
 * reading page's script beside it.
 *
 * @throws where the site has not been built.
 */
export async function openBenchSite(dist: string): Promise<BenchSite> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error(`There is no built site in ${dist}. Run \`npm run build\` first.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'legenda-bench-'));
  cpSync(dist, folder, { recursive: true });
  await buildPages(join(folder, 'bench'));
  const { url, close } = await serve({ folder, port: 0 });
  return {
    url,
    async close() {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
