import { describe, expect, test } from 'vitest';
import {
  countExit,
  countPlaywright,
  countVitest,
  finalLine,
  sumCounts,
  type VitestReport,
} from '../../../scripts/counts.ts';

const VITEST: VitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
};

const PLAYWRIGHT = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };

describe('a Vitest run', () => {
  test('counts its tests; those to do are skipped', () => {
    expect(countVitest(VITEST, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  test('fails once for each file that could not be loaded', () => {
    const broken = { status: 'failed' as const, assertionResults: [] };
    const report = { ...VITEST, testResults: [...VITEST.testResults, broken] };
    expect(countVitest(report, 1).failed).toBe(2);
  });

  test('fails where no test failed but the run did', () => {
    const report = { ...VITEST, numFailedTests: 0, testResults: [] };
    expect(countVitest(report, 0).failed).toBe(0);
    expect(countVitest(report, 1).failed).toBe(1);
  });

  test('fails where there are no tests, or no report', () => {
    const none = { ...VITEST, numPassedTests: 0, numFailedTests: 0, testResults: [] };
    expect(countVitest(none, 0).failed).toBe(1);
    expect(countVitest(undefined, 0).failed).toBe(1);
  });
});

describe('a Playwright run', () => {
  test('counts its tests', () => {
    expect(countPlaywright(PLAYWRIGHT, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  test('fails for flaky tests and for errors outside of tests', () => {
    const stats = { ...PLAYWRIGHT.stats, unexpected: 1, flaky: 1 };
    expect(countPlaywright({ stats, errors: [{}] }, 1).failed).toBe(3);
  });

  test('fails where all tests were skipped, or there is no report', () => {
    const stats = { ...PLAYWRIGHT.stats, expected: 0 };
    expect(countPlaywright({ stats, errors: [] }, 0).failed).toBe(1);
    expect(countPlaywright(undefined, 1).failed).toBe(1);
  });
});

test('the last line sums the suites', () => {
  const total = sumCounts([countExit(0), countExit(2), countPlaywright(PLAYWRIGHT, 0)]);
  expect(total.skipped).toBe(1);
  expect(finalLine(total)).toBe('4 passed, 1 failed');
});
