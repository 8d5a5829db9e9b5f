import { palette } from '../core/palette.ts';
import { escapeHtml } from '../core/step-markup.ts';

/** What of a drawing is written once and used by many: paths, clips, patterns. */
export interface Sheet {
  /** Reference to path data, which is written once: `#id`. */
  path: (data: string) => string;
  /** Adds a definition made with its own id; the same `make` text is added once. Returns the id. */
  define: (make: (id: string) => string) => string;
  /** A colour of the style as the drawing writes it. */
  color: (value: unknown) => string;
  /** The same without its alpha, 0 to 1, which is told beside it. */
  ink: (value: unknown) => { color: string; alpha: number };
  /** All definitions, for `<defs>`. */
  defs: () => string;
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

/** `#rrggbb`, or `rgba()` where something shines through. */
function cssColor(value: unknown): string {
  if (!isRgba(value)) return String(value);
  const { r, g, b, a } = value;
  // MapLibre keeps the parts times the alpha.
  const parts = a > 0 ? [r / a, g / a, b / a] : [0, 0, 0];
  if (a === 1) return `#${parts.map(hex).join('')}`;
  return `rgba(${parts.map((part) => Math.round(part * 255)).join(',')},${Math.round(a * 100) / 100})`;
}

/** An empty sheet. */
export function createSheet({ prefix, plain }: SheetOptions): Sheet {
  const ids = new Map<string, string>();
  const written: string[] = [];
  const define: Sheet['define'] = (make) => {
    const text = make('');
    const known = ids.get(text);
    if (known !== undefined) return known;
    const id = escapeHtml(`${prefix}${ids.size.toString(36)}`);
    ids.set(text, id);
    written.push(make(id));
    return id;
  };
  const color = (value: unknown): string => {
    const css = cssColor(value);
    const name = NAMES.get(css);
    return name && !plain ? `var(${name},${css})` : css;
  };
  return {
    define,
    path: (data) => `#${define((id) => `<path id="${id}" d="${data}"/>`)}`,
    color,
    ink(value) {
      if (!isRgba(value)) return { color: color(value), alpha: 1 };
      const { r, g, b, a } = value;
      return {
        color: color({ r: r / (a || 1), g: g / (a || 1), b: b / (a || 1), a: 1 }),
        alpha: a,
      };
    },
    defs: () => written.join(''),
  };
}

/** Attributes of an SVG element; those that are absent or the default 1 of an opacity are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([name, value]) => value !== undefined && !(name.endsWith('opacity') && value === 1))
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? short(value) : value}"`)
    .join('');
}

const short = (value: number): string =>
  String(Math.round(value * 100) / 100 + 0).replace(/^(-?)0\./, '$1.');
