const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML and SVG write it between tags and in quoted attributes. Only this file uses it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** Text of HTML or SVG in which all that came from elsewhere is escaped: nothing but this file makes it. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Takes a text as markup; for this file, whose functions say when that is right. */
  static of(text: string): Markup {
    return new Markup(text);
  }

  /** The text, for who writes it into a page or a file. */
  toString(): string {
    return this.#text;
  }
}

/** What a part of a drawing or a page may come to: markup, or nothing. */
export type MaybeMarkup = Markup | '';

/** What {@link markup} takes in its holes. */
export type MarkupValue = string | number | Markup | readonly MarkupValue[];

function write(value: MarkupValue): string {
  if (value instanceof Markup) return `${value}`;
  if (Array.isArray(value)) return value.map(write).join('');
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('Markup has no way to write a number that is not finite.');
  }
  return escapeHtml(String(value));
}

/**
 * The tag of every template that writes HTML or SVG: what stands in its holes is escaped, but markup and
 * lists of markup. Holes stand between tags and inside quoted attributes, nowhere else. Throws a
 * `RangeError` where a number is not finite.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return Markup.of(
    parts.reduce((text, part, i) => text + write(values[i - 1] as MarkupValue) + part),
  );
}

/** Markup in a row; `''` where there is none. */
export function joined(parts: readonly MaybeMarkup[], between = ''): MaybeMarkup {
  const written = parts.filter((part) => part !== '');
  return written.length > 0 ? Markup.of(written.join(between)) : '';
}

/** Attributes of an element, each with a space before it; those that are absent are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): Markup {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) text += ` ${name}="${escapeHtml(value)}"`;
  }
  return Markup.of(text);
}

/**
 * Takes a text as markup that somebody else has made safe: prose that the sanitiser has written, or a
 * picture of ours. A test lists who may call it, and why.
 */
export function trusted(text: string): Markup {
  return Markup.of(text);
}
