/**
 * A number of a style times `factor`, a number or an expression. What hangs on the zoom does so outermost, so
 * that there the results are multiplied. An old function with `stops` is left as it is.
 */
export function multiplied(value: unknown, factor: unknown): unknown {
  const times = (one: unknown): unknown =>
    typeof one === 'number' && typeof factor === 'number' ? one * factor : ['*', one, factor];
  if (!Array.isArray(value)) return typeof value === 'number' ? times(value) : value;
  const first = value[0] === 'step' ? 2 : 4;
  const isCurve = value[0] === 'step' || String(value[0]).startsWith('interpolate');
  if (!isCurve) return times(value);
  return value.map((part, i) => (i >= first && i % 2 === 0 ? multiplied(part, factor) : part));
}
