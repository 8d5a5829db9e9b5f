import * as text from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import { plainColor } from '../core/plain-color.ts';

/** What of a drawing is written once and used by many: paths, clips, patterns. */
export interface Sheet {
  /** Reference to path data, which is written once: `#id`. */
  path: (data: string) => string;
  /** Adds a definition made with its own id; the same `make` text is added once. Returns the id. */
  define: (make: (id: string) => text.Markup) => string;
  /** A colour of the style as the drawing writes it. */
  color: (value: unknown) => string;
  /** The same without its alpha, 0 to 1, which is told beside it. */
  ink: (value: unknown) => { color: string; alpha: number };
  /** All definitions, for `<defs>`. */
  defs: () => text.MaybeMarkup;
}

/** How a drawing is written. */
export interface SheetOptions {
  /** What all ids begin with, so that several drawings may stand in one page. */
  prefix: string;
  /** Colours as plain values, for programs that do not know CSS variables. */
  plain: boolean;
}

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(palette).map(([name, value]) => [value, `--legenda-${kebab(name)}`]),
);

/** A colour as MapLibre evaluates it: parts from 0 to 1, not times the alpha. */
interface Rgba {
  r: number;
  g: number;
  b: number;
  a: number;
}

const isRgba = (value: unknown): value is Rgba => typeof value === 'object' && value !== null;

const hex = (part: number): string =>
  Math.round(part * 255)
    .toString(16)
    .padStart(2, '0');

/** `#rrggbb`, or `rgba()` where something shines through; `none` for what is no colour. */
function cssColor(value: unknown): string {
  if (!isRgba(value)) return plainColor(value) ?? 'none';
  const { r, g, b, a } = value;
  // MapLibre keeps the parts times the alpha.
  const parts = a > 0 ? [r / a, g / a, b / a] : [0, 0, 0];
  if (a === 1) return `#${parts.map(hex).join('')}`;
  return `rgba(${parts.map((part) => Math.round(part * 255)).join(',')},${Math.round(a * 100) / 100})`;
}

/** An empty sheet. */
export function createSheet({ prefix, plain }: SheetOptions): Sheet {
  const ids = new Map<string, string>();
  const written: text.Markup[] = [];
  const once = (key: string, make: (id: string) => text.Markup): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `${prefix}${written.length.toString(36)}`;
    ids.set(key, id);
    written.push(make(id));
    return id;
  };
  const color = (value: unknown): string => {
    const css = cssColor(value);
    const name = NAMES.get(css);
    return name && !plain ? `var(${name},${css})` : css;
  };
  return {
    define: (make) => once(`${make('')}`, make),
    path: (data) => `#${once(data, (id) => text.markup`<path id="${id}" d="${data}"/>`)}`,
    color,
    ink(value) {
      if (!isRgba(value)) return { color: color(value), alpha: 1 };
      const { r, g, b, a } = value;
      return {
        color: color({ r: r / (a || 1), g: g / (a || 1), b: b / (a || 1), a: 1 }),
        alpha: a,
      };
    },
    defs: () => text.joined(written),
  };
}

/** Attributes of an SVG element; those that are absent, no finite number or the default 1 of an opacity are left out. */
export function attributes(
  values: Readonly<Record<string, string | number | undefined>>,
): text.Markup {
  const written = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'number') return [name, value];
    const isLeftOut = !Number.isFinite(value) || (value === 1 && name.endsWith('opacity'));
    return [name, isLeftOut ? undefined : short(value)];
  });
  return text.attributes(Object.fromEntries(written));
}

const short = (value: number): string =>
  String(Math.round(value * 100) / 100 + 0).replace(/^(-?)0\./, '$1.');
