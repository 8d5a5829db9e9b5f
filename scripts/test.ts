import { parseArgs } from 'node:util';
import { type Counts, finalLine, sumCounts } from './counts.ts';
import { GROUPS, type Group, SUITES, type Suite, type SuiteOptions } from './suites.ts';

/**
 * `npm test`: runs every suite, goes on after a failure, and ends with one line, such as
 * `120 passed, 0 failed`. Exit code 1 where anything failed.
 *
 *   --all                   also the browser tests tagged `@long`
 *   --only types,lint,…     only these groups; `browser` brings `build` with it
 */

interface Outcome {
  suite: Suite;
  counts: Counts;
  seconds: number;
}

const USAGE = `Usage: npm test -- [--all] [--only ${GROUPS.join(',')}]`;

function parseGroups(only: string | undefined): ReadonlySet<Group> {
  if (only === undefined) return new Set(GROUPS);
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !GROUPS.some((group) => group === name));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. ${USAGE}`);
  const groups = new Set(GROUPS.filter((group) => names.includes(group)));
  return groups.has('browser') ? groups.add('build') : groups;
}

async function runSuite(suite: Suite, options: SuiteOptions): Promise<Outcome> {
  console.log(`\n── ${suite.name} ${'─'.repeat(Math.max(0, 70 - suite.name.length))}`);
  const start = performance.now();
  const counts = await suite.run(options).catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { suite, counts, seconds: (performance.now() - start) / 1000 };
}

async function runSuites(suites: readonly Suite[], all: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const suite of suites) {
    const built = outcomes.some(
      ({ suite, counts }) => suite.group === 'build' && counts.passed > 0,
    );
    outcomes.push(await runSuite(suite, { all, built }));
  }
  return outcomes;
}

function tableRow(cells: readonly [string, ...(string | number)[]]): string {
  const [name, ...numbers] = cells;
  return name.padEnd(26) + numbers.map((value) => String(value).padStart(9)).join('');
}

function printSummary(outcomes: readonly Outcome[], total: Counts): void {
  console.log(`\n${tableRow(['suite', 'passed', 'failed', 'skipped', 'seconds'])}`);
  for (const { suite, counts, seconds } of outcomes) {
    const { passed, failed, skipped } = counts;
    console.log(tableRow([suite.name, passed, failed, skipped, seconds.toFixed(1)]));
  }
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
  console.log(`\n${finalLine(total)}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { all: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const groups = parseGroups(values.only);
  const suites = SUITES.filter(({ group }) => groups.has(group));
  const outcomes = await runSuites(suites, values.all);
  const total = sumCounts(outcomes.map(({ counts }) => counts));
  printSummary(outcomes, total);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
