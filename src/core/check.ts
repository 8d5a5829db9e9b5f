/** Where in a value something is not as it should be: `steps.3.title`; `undefined` where all is. */
export type Fault = string | undefined;

/**
 * Looks through a value from elsewhere for the first thing that is not as a `T` has it; `at` is where the value stands.
 * Nothing that a value is or has is called, so it may be anything.
 */
export type Check<T> = ((value: unknown, at: string) => Fault) & { readonly type?: T };

/** The type that a check makes sure of. */
export type Checked<C> = C extends Check<infer T> ? T : never;

/** A field that may be absent. */
interface Optional<T> {
  optional: Check<T>;
}

type Fields = Record<string, Check<unknown> | Optional<unknown>>;

type Shown<T> = { [K in keyof T]: T[K] } & {};

/** An object with some fields, as TypeScript has it. */
type ObjectOf<F extends Fields> = Shown<
  { [K in keyof F as F[K] extends Check<unknown> ? K : never]: Checked<F[K]> } & {
    [K in keyof F as F[K] extends Check<unknown> ? never : K]?: F[K] extends Optional<infer T>
      ? T
      : never;
  }
>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first fault that `look` finds among some things. */
function first<T>(all: readonly T[], look: (each: T, index: number) => Fault): Fault {
  for (let i = 0; i < all.length; i += 1) {
    const fault = look(all[i] as T, i);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const that =
  <T>(is: (value: unknown) => boolean): Check<T> =>
  (value, at) =>
    is(value) ? undefined : at;

/** Any text. */
export const text: Check<string> = that((value) => typeof value === 'string');

/** True or false. */
export const flag: Check<boolean> = that((value) => typeof value === 'boolean');

/** A finite number from `least` to `most`. */
export const number = (least = -1e15, most = 1e15): Check<number> =>
  that((value) => typeof value === 'number' && value >= least && value <= most);

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number): Check<number> =>
  that((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most);

/** One of some values. */
export const oneOf = <const T extends readonly unknown[]>(...values: T): Check<T[number]> =>
  that((value) => values.includes(value));

/** Nothing is known of it. */
export const unknown: Check<unknown> = () => undefined;

/** What `check` allows, or `null`. */
export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value, at) =>
    value === null ? undefined : check(value, at);

/** A field that may be absent. */
export const optional = <T>(check: Check<T>): Optional<T> => ({ optional: check });

/** A list of `least` or more. */
export const list =
  <T>(check: Check<T>, least = 0): Check<T[]> =>
  (value, at) =>
    Array.isArray(value) && value.length >= least
      ? first(value, (each, i) => check(each, `${at}.${i}`))
      : at;

/** As many values as there are checks, one for each. */
export const tuple =
  <const C extends readonly Check<unknown>[]>(
    ...checks: C
  ): Check<{ -readonly [I in keyof C]: Checked<C[I]> }> =>
  (value, at) =>
    Array.isArray(value) && value.length === checks.length
      ? first(checks, (check, i) => check(value[i], `${at}.${i}`))
      : at;

/** Values by any names. */
export const record =
  <T>(check: Check<T>): Check<Record<string, T>> =>
  (value, at) =>
    isObject(value) ? first(Object.keys(value), (key) => check(value[key], `${at}.${key}`)) : at;

/** An object with these fields; what else it has is not looked at. */
export const object =
  <F extends Fields>(fields: F): Check<ObjectOf<F>> =>
  (value, at) =>
    isObject(value)
      ? first(Object.entries(fields), ([key, check]) => {
          const its = Object.hasOwn(value, key) ? value[key] : undefined;
          if (typeof check === 'function') return check(its, `${at}.${key}`);
          return its === undefined ? undefined : check.optional(its, `${at}.${key}`);
        })
      : at;

/** What the first or the second allows. */
export const either =
  <A, B>(one: Check<A>, other: Check<B>): Check<A | B> =>
  (value, at) =>
    one(value, at) === undefined ? undefined : other(value, at);

/** What `check` allows and `also` has nothing against. */
export const and =
  <T>(check: Check<T>, also: (value: T, at: string) => Fault): Check<T> =>
  (value, at) =>
    check(value, at) ?? also(value as T, at);
