import { expressions } from '@maplibre/maplibre-gl-style-spec';
import type { KeyPath } from './yaml-block.ts';

/** A value in a style, and the way to it from where the walk began. */
export interface StylePart {
  value: unknown;
  path: KeyPath;
}

/** Deeper than this no style is nested that a person wrote. */
export const MOST_NESTED = 60;

/** The parser's own, which authors do not write. */
const INTERNAL = /^(?:filter-|semiliteral$)/;

/** The names of expressions that authors can write. */
export const OPERATORS: readonly string[] = Object.keys(expressions).filter(
  (name) => !INTERNAL.test(name),
);

/** True for an expression that authors can write, never for what is inherited from `Object`. */
export function isOperator(name: unknown): name is string {
  return typeof name === 'string' && OPERATORS.includes(name);
}

/** The parts of a value; those that are data and no expressions are left out. */
function childrenOf({ value, path }: StylePart): StylePart[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    return Object.entries(value).map(([key, inner]) => ({ value: inner, path: [...path, key] }));
  }
  const [name] = value;
  if (name === 'literal' || name === 'within' || name === 'distance') return [];
  return value.flatMap((inner, index) => {
    const isLabels = name === 'match' && index > 1 && index % 2 === 0 && index < value.length - 1;
    return isLabels ? [] : [{ value: inner, path: [...path, index] }];
  });
}

/** A value and all that is in it, the outermost first, as far as {@link MOST_NESTED}. */
export function* walkStyle(part: StylePart, depth = 0): Generator<StylePart> {
  yield part;
  if (depth > MOST_NESTED) return;
  for (const child of childrenOf(part)) yield* walkStyle(child, depth + 1);
}

/** The first part of a value that JSON cannot write, or that is nested too deeply to be read. */
export function findUnwritable(value: unknown, path: KeyPath, depth = 0): KeyPath | undefined {
  if (depth > MOST_NESTED) return path;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value !== 'object') return path;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of entries) {
    const found = findUnwritable(inner, [...path, key], depth + 1);
    if (found) return found;
  }
  return undefined;
}
