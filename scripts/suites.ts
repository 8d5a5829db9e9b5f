import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Counts,
  countExit,
  countPlaywright,
  countVitest,
  type PlaywrightReport,
  type VitestReport,
} from './counts.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { TOOLS } from './packages.ts';
import { runNode } from './run.ts';

/** One part of `npm test`. */
export interface Suite {
  name: string;
  /** What `--only` calls it. */
  group: Group;
  /** Runs it, shows its own output and counts. */
  run: (options: SuiteOptions) => Promise<Counts>;
}

/** The names `--only` knows, in the order in which they run. */
export const GROUPS = ['types', 'lint', 'unit', 'build', 'browser'] as const;

/** A name `--only` knows. */
export type Group = (typeof GROUPS)[number];

/** What the suites need to know of the run. */
export interface SuiteOptions {
  /** Also run the browser tests tagged `@long`. */
  all: boolean;
  /** Whether an earlier suite of this run built the site. */
  built: boolean;
}

/** Prints the table of what readers see where files do not come, after all browser tests. */
const PRINT_TABLE = './tests/support/faults/print-table.ts';

const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

/** Calls `use` with a file for a report; then the report, or `undefined` where there is none. */
async function withReport<Report, Result>(
  use: (file: string) => Promise<Result>,
): Promise<{ report: Report | undefined; result: Result }> {
  const folder = await mkdtemp(join(tmpdir(), 'legenda-test-'));
  const file = join(folder, 'report.json');
  try {
    const result = await use(file);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return { report: text === undefined ? undefined : (JSON.parse(text) as Report), result };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A port that was free a moment ago, so that two checkouts can be tested at once. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function check(name: string, group: Group, script: string, args: readonly string[]): Suite {
  return { name, group, run: async () => countExit((await runNode(script, args)).code) };
}

async function runUnits(): Promise<Counts> {
  // Handouts are printed by a browser. Where there is none, their tests say so.
  const browser = await ensureBrowser().catch((error: Error) => console.error(error.message));
  const { report, result } = await withReport<VitestReport, { code: number }>((file) =>
    runNode(
      TOOLS.vitest,
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      { ...(browser && { env: { LEGENDA_BROWSER: browser } }) },
    ),
  );
  return countVitest(report, result.code);
}

async function runBrowser({ all, built }: SuiteOptions): Promise<Counts> {
  if (!built) {
    console.error('Not run: the site could not be built.');
    return FAILED;
  }
  const browser = await ensureBrowser().catch((error: Error) => console.error(error.message));
  if (!browser) return FAILED;
  console.log(`Browser: ${browser}`);
  const port = await freePort();
  const { report, result } = await withReport<PlaywrightReport, { code: number }>((file) =>
    runNode(TOOLS.playwright, ['test', `--reporter=list,json,${PRINT_TABLE}`], {
      env: {
        LEGENDA_BROWSER: browser,
        LEGENDA_PORT: String(port),
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        ...(all && { LEGENDA_MATRIX: 'all' }),
      },
    }),
  );
  return countPlaywright(report, result.code);
}

const COLORS = process.stdout.isTTY ? [] : ['--colors=off'];

/** Every suite of `npm test`, in order. */
export const SUITES: readonly Suite[] = [
  check('types: pure folders', 'types', TOOLS.tsc, ['-p', 'tsconfig.pure.json']),
  check('types: browser', 'types', TOOLS.tsc, ['-p', 'tsconfig.json']),
  check('types: node', 'types', TOOLS.tsc, ['-p', 'tsconfig.node.json']),
  check('lint', 'lint', TOOLS.biome, ['ci', '--error-on-warnings', ...COLORS, '.']),
  { name: 'units and architecture', group: 'unit', run: runUnits },
  {
    name: 'parsing over sizes',
    group: 'unit',
    // Takes minutes, and measures: for `--all`.
    run: async ({ all }) =>
      all
        ? countExit(
            (await runNode('node_modules/tsx/dist/cli.mjs', ['scripts/bench-parse.ts'])).code,
          )
        : { passed: 0, failed: 0, skipped: 0 },
  },
  check('build', 'build', TOOLS.vite, ['build']),
  { name: 'site in the browser', group: 'browser', run: runBrowser },
];
