/** An object of a JSON file, of which nothing is known. */
export type Json = Readonly<Record<string, unknown>>;

/** True for a JSON object, false for a list, `null` and all else. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
