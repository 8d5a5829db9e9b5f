import { describe, expect, test } from 'vitest';
import { type LighthouseResult, reportLighthouse } from '../../../scripts/lighthouse-report.ts';

/** A result with these scores, and two audits of speed. */
function result(performance: number | null, seo = 1): LighthouseResult {
  const category = (score: number | null, ...ids: string[]) => ({
    score,
    auditRefs: ids.map((id) => ({ id })),
  });
  return {
    categories: {
      performance: category(performance, 'largest-contentful-paint', 'bootup-time', 'unknown'),
      accessibility: category(1),
      'best-practices': category(1),
      seo: category(seo),
    },
    audits: {
      'largest-contentful-paint': { title: 'LCP', score: 1, displayValue: '1.2 s' },
      'bootup-time': { title: 'Less script', score: 0.5, displayValue: '3 s' },
    },
  };
}

describe('the report of Lighthouse', () => {
  test('passes where every score is at its bar, and says the times', () => {
    const { lines, passed } = reportLighthouse(result(0.95));
    expect(passed).toBe(true);
    expect(lines).toContain('performance                   95 of 95');
    expect(lines).toContain('largest-contentful-paint    1.2 s');
    expect(lines).toContain('total-blocking-time         not measured');
  });

  test('names each audit that failed, under its category', () => {
    const { lines } = reportLighthouse(result(1));
    expect(lines[1]).toBe('    bootup-time: Less script (3 s)');
    expect(lines.join()).not.toContain('LCP');
  });

  test.each([
    ['one score is too low', result(0.94)],
    ['a score of another category is', result(1, 0.99)],
    ['a score is missing', result(null)],
    ['the page could not be measured', { ...result(1), runtimeError: { message: 'no page' } }],
  ])('fails where %s', (_, bad) => {
    expect(reportLighthouse(bad).passed).toBe(false);
  });
});
