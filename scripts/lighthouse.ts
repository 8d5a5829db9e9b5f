import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHROMIUM_FLAGS } from '../tests/support/find-browser.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { type LighthouseResult, reportLighthouse } from './lighthouse-report.ts';
import { ROOT, TOOLS } from './packages.ts';
import { run, runNode } from './run.ts';
import { serve } from './serve.ts';

/**
 * `npm run lighthouse`: what Lighthouse says of a built story on a phone. Exit code 1 where a score
 * is below its bar. The site is built first where it is not. Lighthouse comes by npx: it is larger
 * than all else that we use.
 *
 *   --page stories/stalin-korea/   a path of the site; empty for the gallery
 *   --dist dist                    a built site
 *   --keep report.json             also keep the whole result there
 */

const LIGHTHOUSE = 'lighthouse@13.5.0';
const PATIENCE_MS = 300_000;

async function measure(url: string, file: string): Promise<LighthouseResult> {
  const flags = ['--headless=new', ...CHROMIUM_FLAGS].join(' ');
  const args = ['--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`, '--quiet'];
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const { code } = await run(npx, ['--yes', LIGHTHOUSE, url, ...args], {
    env: { CHROME_PATH: await ensureBrowser() },
    output: 'stderr',
    timeoutMs: PATIENCE_MS,
  });
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`Lighthouse wrote nothing, and ended with code ${code}.`);
  return JSON.parse(text) as LighthouseResult;
}

async function build(dist: string): Promise<void> {
  if (existsSync(join(dist, 'index.html'))) return;
  const { code } = await runNode(TOOLS.vite, ['build', '--outDir', dist], { output: 'stderr' });
  if (code !== 0) throw new Error('The site could not be built.');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      page: { type: 'string', default: 'stories/stalin-korea/' },
      dist: { type: 'string', default: join(ROOT, 'dist') },
      keep: { type: 'string' },
    },
  });
  await build(values.dist);
  const folder = await mkdtemp(join(tmpdir(), 'legenda-lighthouse-'));
  const { url, close } = await serve({ folder: values.dist, port: 0 });
  try {
    const result = await measure(url + values.page, values.keep ?? join(folder, 'report.json'));
    const { lines, passed } = reportLighthouse(result);
    console.log(lines.join('\n'));
    if (!passed) process.exitCode = 1;
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
