/**
 * True for a value, from wherever it comes, that is a `T`. Nothing that the value is or has is called, so it may be
 * anything.
 */
export type Check<T> = ((value: unknown) => boolean) & { readonly type?: T };

/** The type that a check makes sure of. */
export type Checked<C> = C extends Check<infer T> ? T : never;

type Fields = Record<string, Check<unknown>>;

/** The names of the fields that may be absent. */
type Absent<F extends Fields> = {
  [K in keyof F]: undefined extends Checked<F[K]> ? K : never;
}[keyof F];

/** An object with some fields, as TypeScript has it. */
type ObjectOf<F extends Fields> = { [K in Exclude<keyof F, Absent<F>>]: Checked<F[K]> } & {
  [K in Absent<F>]?: Exclude<Checked<F[K]>, undefined>;
};

/** The words of a text, parted by blanks. */
type Words<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Words<Rest> : S;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever it is. */
export const anything: Check<unknown> = () => true;

/** Any text. */
export const text: Check<string> = (value) => typeof value === 'string';

/** A number from `least` to `most`; without them any but those that cannot be drawn. */
export const number =
  (least = -1e15, most = 1e15): Check<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

/** One of some values. */
export const is =
  <const T extends readonly unknown[]>(...values: T): Check<T[number]> =>
  (value) =>
    values.includes(value);

/** What one or the other allows. */
export const or =
  <A, B>(one: Check<A>, other: Check<B>): Check<A | B> =>
  (value) =>
    one(value) || other(value);

/** What `check` allows and `also` too. */
export const and =
  <T>(check: Check<T>, also: (value: T) => boolean): Check<T> =>
  (value) =>
    check(value) && also(value as T);

/** A field that may be absent. */
export const optional = <T>(check: Check<T>): Check<T | undefined> => or(is(undefined), check);

/** A list of `least` or more. */
export const list =
  <T>(check: Check<T>, least = 0): Check<T[]> =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every((each) => check(each));

/** As many values as there are checks, one for each. */
export const tuple =
  <const C extends readonly Check<unknown>[]>(
    ...checks: C
  ): Check<{ -readonly [I in keyof C]: Checked<C[I]> }> =>
  (value) =>
    Array.isArray(value) &&
    value.length === checks.length &&
    checks.every((check, i) => check(value[i]));

/** Values by any names. */
export const record =
  <T>(check: Check<T>): Check<Record<string, T>> =>
  (value) =>
    isObject(value) && Object.values(value).every((each) => check(each));

/** An object with these fields; what else it has is not looked at. */
export const object =
  <F extends Fields>(fields: F): Check<ObjectOf<F>> =>
  (value) =>
    isObject(value) &&
    Object.entries(fields).every(([name, check]) =>
      check(Object.hasOwn(value, name) ? value[name] : undefined),
    );

/** Fields that are texts: their names, parted by blanks. */
export const texts = <S extends string>(names: S) =>
  Object.fromEntries(names.split(' ').map((name) => [name, text])) as Record<
    Words<S>,
    Check<string>
  >;
