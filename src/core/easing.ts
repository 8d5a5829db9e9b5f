/** `value` limited to 0 to 1; what is not a number counts as 0. */
export function clamp01(value: number): number {
  return value > 0 ? Math.min(value, 1) : 0;
}

/** `value` limited to `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** The value `t` of the way from `a` to `b`: exactly `a` at 0 and exactly `b` at 1. */
export function lerp(a: number, b: number, t: number): number {
  return t === 1 ? b : a + (b - a) * t;
}

/**
 * Slow at both ends, fast in the middle: 0 to 1 for `t` 0 to 1, limited outside. A cubic curve in
 * each half, symmetrical about (0.5, 0.5). By multiplication alone, which every engine rounds alike: a
 * power may differ in its last digit from one browser to the next.
 */
export function easeInOutCubic(t: number): number {
  const x = clamp01(t);
  const rest = 1 - x;
  return x < 0.5 ? 4 * x * x * x : 1 - 4 * rest * rest * rest;
}
