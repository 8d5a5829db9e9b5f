/** Values of custom properties, by their name without `--legenda-`. */
export type Theme = Readonly<Record<string, string>>;

/** The properties that a page around a story may set: colours, and at the end which letters. */
export const THEME_NAMES: readonly string[] = [
  'paper',
  'land',
  'ink',
  'soft-ink',
  'rule',
  'text',
  'display',
];

/** What names an address, or a value that is elsewhere. */
const REFERENCE = /\b(?:url|src|var|env|attr)\(/i;

/** The longest value: a list of fonts, in characters. */
const LONGEST = 4000;

/** One value by itself: on one line, with no rule after it and no address in it. */
const isValue = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= LONGEST &&
  /^[^;:{}<>\\@\p{Cc}]+$/u.test(value) &&
  !REFERENCE.test(value);

/** A theme out of what there is by each name: what is no value of a theme is left out, the rest stays. */
export function pickTheme(read: (name: string) => unknown): Theme {
  const pairs = THEME_NAMES.map((name) => [name, read(name)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => isValue(pair[1])));
}
