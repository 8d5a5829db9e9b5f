import type { Day } from './calendar.ts';
import type { Step } from './story.ts';

/**
 * Where a step stands in the story's time, at its start (0) or its end (1). A step without a date stands
 * where the nearest dated step before it ended; one before every dated step, where the first begins.
 * `null` where no step has a date.
 */
export function markOf(steps: readonly Step[], step: Step, end: 0 | 1): Day | null {
  if (step.date) return step.date[end];
  const before = steps.slice(0, steps.indexOf(step)).findLast(({ date }) => date);
  return before?.date?.[1] ?? steps.find(({ date }) => date)?.date?.[0] ?? null;
}
