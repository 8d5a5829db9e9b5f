/** The most that a lesson can hold, so that no message grows without end. */
export const LIMITS = {
  /** Lines drawn on the map. */
  lines: 500,
  /** Places of one line. */
  places: 2000,
  /** Places of all lines together. */
  allPlaces: 50_000,
  /** Characters of a step's or a window's name. */
  name: 200,
  /** The steps of a story. */
  count: 1e9,
  /** The clock of a change: so much that counting does not get there. */
  clock: Number.MAX_SAFE_INTEGER,
  /** The latest time, milliseconds since 1970, that a `Date` can hold. */
  time: 8.64e15,
} as const;
