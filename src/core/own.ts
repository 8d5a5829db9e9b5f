/**
 * The value under a name that an author chose; `undefined` where there is none, also for names such as
 * `constructor`, under which every object has something.
 */
export function own<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
