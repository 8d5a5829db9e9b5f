import type { JSONReport } from '@playwright/test/reporter';

/** How many tests of a suite ended how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  /** Skipped, or not run to their end. */
  numPendingTests: number;
  numTodoTests: number;
  /** One for each test file. */
  testResults: { status: 'passed' | 'failed'; assertionResults: { status: string }[] }[];
}

/** The part of Playwright's JSON report that is counted. */
export interface PlaywrightReport {
  stats: Pick<JSONReport['stats'], 'expected' | 'unexpected' | 'flaky' | 'skipped'>;
  /** What went wrong outside of a test, such as a test file that does not load. */
  errors: readonly unknown[];
}

/** The sum of counts. */
export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** One check that a program makes: its exit code says how it went. */
export function countExit(code: number): Counts {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * A run of tests that did not come to a report, reported no test, or ended with an error although
 * no test failed, has one failure: the run itself.
 */
function withRun(counts: Counts, exitCode: number): Counts {
  const isEmpty = counts.passed + counts.failed === 0;
  const endedBadly = exitCode !== 0 && counts.failed === 0;
  return isEmpty || endedBadly ? { ...counts, failed: 1 } : counts;
}

/**
 * Counts a Vitest run, or `undefined` for a run without a report. A test file that could not be
 * loaded counts as one failure.
 */
export function countVitest(report: VitestReport | undefined, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withRun(counts, exitCode);
}

/**
 * Counts a Playwright run, or `undefined` for a run without a report. A flaky test, one that passed
 * only when tried again, is a failure; so is each error outside of a test.
 */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return withRun({ passed: expected, failed, skipped }, exitCode);
}

/** The last line of a test run: `12 passed, 0 failed`. */
export function finalLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
