/**
 * The forms in which the map can write the names of places, each with what a reader chooses it by:
 * the English of the time (every name has it), the English of today, and three other languages under
 * their own names.
 */
export const PLACE_NAMES = {
  period: 'English of 1950',
  modern: 'English today',
  ko: '한국어',
  zh: '中文',
  ru: 'Русский',
} as const;

/** In which form the map writes the names of places. */
export type PlaceNames = keyof typeof PLACE_NAMES;

/** The form that goes by a name, such as `ko`; `undefined` where none does. */
export const parsePlaceNames = (name: unknown): PlaceNames | undefined =>
  Object.hasOwn(PLACE_NAMES, String(name)) ? (name as PlaceNames) : undefined;

/** The language of a form, a BCP 47 tag. */
export const languageOf = (names: PlaceNames): string => (names.length > 2 ? 'en' : names);
