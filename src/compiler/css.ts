import { plainColor } from '../core/plain-color.ts';

/** Text of a style sheet in which all that came from elsewhere is a CSS string, a number or a colour. */
export class Css {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Takes a text as CSS; for this file, whose functions say when that is right. */
  static of(text: string): Css {
    return new Css(text);
  }

  /** The text; it never ends a style element. */
  toString(): string {
    return this.#text;
  }
}

/** A text as a CSS string, in its quotation marks: every sign that is not a letter, a digit or a blank is escaped. */
function cssString(text: string): string {
  const escaped = text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}

function write(value: string | number | Css): string {
  if (value instanceof Css) return `${value}`;
  if (typeof value === 'string') return cssString(value);
  if (Number.isFinite(value)) return String(value);
  throw new RangeError('A style sheet has no way to write a number that is not finite.');
}

/**
 * The tag of every template that writes CSS: a text in its holes becomes a CSS string, with its quotation
 * marks. Throws a `RangeError` where a number is not finite.
 */
export function css(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Css)[]
): Css {
  return Css.of(parts.reduce((text, part, i) => text + write(values[i - 1] as string) + part));
}

/** Colours by name, as CSS. Throws a `RangeError` for what is no colour. */
export function cssColors<Name extends string>(
  colors: Readonly<Record<Name, string>>,
): Readonly<Record<Name, Css>> {
  const entries = Object.entries<string>(colors).map(([name, value]) => {
    const color = plainColor(value);
    if (!color) throw new RangeError(`${name} is no colour.`);
    return [name, Css.of(color)];
  });
  return Object.fromEntries(entries);
}
