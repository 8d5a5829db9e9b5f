/** What we read of the JSON that Lighthouse writes. Scores are 0 to 1. */
export interface LighthouseResult {
  categories: Readonly<Record<string, { score: number | null; auditRefs: { id: string }[] }>>;
  audits: Readonly<Record<string, LighthouseAudit>>;
  runtimeError?: { message: string };
}

/** One audit; its score is `null` where it does not apply, or only informs. */
export interface LighthouseAudit {
  title: string;
  score: number | null;
  displayValue?: string;
}

/** A page passes where each category's score, in hundredths, is at least this. */
export const BARS: Readonly<Record<string, number>> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

const TIMES = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];

/** What to print of a result, and whether every category is at its bar. */
export interface LighthouseReport {
  lines: string[];
  passed: boolean;
}

function failedAudits({ categories, audits }: LighthouseResult, category: string): string[] {
  const refs = categories[category]?.auditRefs ?? [];
  return refs.flatMap(({ id }) => {
    const audit = audits[id];
    if (!audit || audit.score === null || audit.score >= 0.9) return [];
    const value = audit.displayValue ? ` (${audit.displayValue})` : '';
    return [`    ${id}: ${audit.title}${value}`];
  });
}

/** Reads a result of Lighthouse: scores, times, and each audit that failed. */
export function reportLighthouse(result: LighthouseResult): LighthouseReport {
  const { categories, audits, runtimeError } = result;
  if (runtimeError) return { lines: [`Lighthouse: ${runtimeError.message}`], passed: false };
  const scores = Object.entries(BARS).map(([name, bar]) => ({
    name,
    bar,
    score: Math.round(100 * (categories[name]?.score ?? 0)),
  }));
  const lines = scores.flatMap(({ name, bar, score }) => [
    `${name.padEnd(28)}${String(score).padStart(4)} of ${bar}${score < bar ? '  too low' : ''}`,
    ...failedAudits(result, name),
  ]);
  const times = TIMES.map((id) => `${id.padEnd(28)}${audits[id]?.displayValue ?? 'not measured'}`);
  return { lines: [...lines, ...times], passed: scores.every(({ bar, score }) => score >= bar) };
}
