import type { KeyPath } from './yaml-block.ts';

type Change = (text: string, path: KeyPath) => unknown;

/** Where an expression has its results, among its parts: they are of the type that the expression is of. */
const RESULTS: Readonly<Record<string, (index: number, length: number) => boolean>> = {
  case: (index, length) => index % 2 === 0 || index === length - 1,
  coalesce: () => true,
  interpolate: (index) => index > 3 && index % 2 === 0,
  'interpolate-hcl': (index) => index > 3 && index % 2 === 0,
  'interpolate-lab': (index) => index > 3 && index % 2 === 0,
  let: (index, length) => index === length - 1,
  literal: () => true,
  match: (index, length) => (index > 2 && index % 2 === 1) || index === length - 1,
  step: (index) => index > 1 && index % 2 === 0,
  'to-color': () => true,
};

/**
 * A property's value with each text that may come of it replaced: the value itself, the results of
 * expressions at any depth, and those of stops, `{ stops: [[3, red]], default: blue }`.
 */
export function changeResults(value: unknown, change: Change, path: KeyPath = []): unknown {
  if (typeof value === 'string') return change(value, path);
  if (!Array.isArray(value)) return changeStops(value, change, path);
  const name = String(value[0]);
  const isResult = Object.hasOwn(RESULTS, name) ? RESULTS[name] : undefined;
  if (!isResult) return value;
  return value.map((part, index) => {
    const isOne = index > 0 && isResult(index, value.length);
    return isOne ? changeResults(part, change, [...path, index]) : part;
  });
}

function changeStops(value: unknown, change: Change, path: KeyPath): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { stops, default: other } = value as { stops?: unknown; default?: unknown };
  const one = (stop: unknown, index: number): unknown =>
    Array.isArray(stop)
      ? [stop[0], changeResults(stop[1], change, [...path, 'stops', index, 1])]
      : stop;
  return {
    ...value,
    ...(Array.isArray(stops) && { stops: stops.map(one) }),
    ...(other !== undefined && { default: changeResults(other, change, [...path, 'default']) }),
  };
}

/** The texts that may come of a property's value, each with the way to it. */
export function resultsOf(value: unknown): { text: string; path: KeyPath }[] {
  const found: { text: string; path: KeyPath }[] = [];
  changeResults(value, (text, path) => {
    found.push({ text, path });
    return text;
  });
  return found;
}
