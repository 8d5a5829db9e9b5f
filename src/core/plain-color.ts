/** One colour and nothing else: nothing in it can begin an address, another value or markup. */
const COLOR = /^(?:#[\da-f]{3,8}|[a-z]{3,20}|(?:rgb|hsl)a?\([\d.,%/\s-]+\))$/i;

/**
 * A colour as CSS and SVG take it, such as `#9c3b2e`; `undefined` where the value is not one colour written
 * out: an expression, or what a story file that somebody changed may hold in its place.
 */
export function plainColor(value: unknown): string | undefined {
  return typeof value === 'string' && COLOR.test(value) ? value : undefined;
}
