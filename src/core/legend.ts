import type { Frame, FrameLayer } from './frame.ts';
import { joined, type Markup, markup } from './markup.ts';
import { palette } from './palette.ts';
import { plainColor } from './plain-color.ts';
import type { Story, StoryLayer } from './story.ts';
import { FAINTEST } from './unseen.ts';

/** One line of the legend: a swatch, and what it stands for. */
export interface LegendEntry {
  /** Which of the {@link swatches} stands beside the text. */
  swatch: keyof typeof swatches;
  /** Fill and stroke of the swatch, but where it has its own. */
  color: string;
  text: string;
  /** Dashes of a line, as SVG writes them; empty or absent where it has none. */
  dash?: string;
  /** Where it has several colours, all of them, side by side. */
  colors?: readonly string[];
}

function lineEntries(title: string, part: FrameLayer & { kind: 'dated-line' }): LegendEntry[] {
  const color = palette.ink;
  const words = part.continuous ? { text: title } : { text: 'No continuous front', dash: '7 4.5' };
  const halo: LegendEntry = { swatch: 'halo', color, text: 'Soft edge: where it may have been' };
  return [{ swatch: 'front', color, ...words }, ...(part.uncertainty > 0 ? [halo] : [])];
}

/** What stands for a type of MapLibre's layers. */
const STYLED: Readonly<Record<string, keyof typeof swatches>> = {
  fill: 'fill',
  circle: 'points',
  symbol: 'letter',
};

function styleEntry({ style, colors = [], title: text, side }: StoryLayer): LegendEntry {
  const known = colors.filter(plainColor);
  const paint = (style?.paint ?? {}) as Record<string, unknown>;
  const [own] = ['line-color', 'fill-color', 'circle-color', 'text-color'].flatMap(
    (name) => plainColor(paint[name]) ?? [],
  );
  const dashes = paint['line-dasharray'];
  const isPlain = Array.isArray(dashes) && dashes.every(Number.isFinite);
  const dash = isPlain ? dashes.map((length) => length * 1.5).join(' ') : '';
  return {
    swatch: STYLED[String(style?.type)] ?? 'line',
    color: known[0] ?? own ?? palette[side],
    ...{ text, dash },
    ...(known.length > 1 && { colors: known }),
  };
}

function entriesOf(layer: StoryLayer, part: FrameLayer): LegendEntry[] {
  const { title: text, side, sides } = layer;
  if (part.unseen === true || (part.kind === 'route' && part.paths.length === 0)) return [];
  if (part.kind === 'dated-area' && sides) {
    const both: [LegendEntry, LegendEntry] = [
      { swatch: 'hatch', color: palette.north, text: sides.north },
      { swatch: 'plain', color: palette.south, text: sides.south },
    ];
    return both.filter((_, i) => part.unseen !== (['north', 'south'] as const)[i]);
  }
  if (!text) return [];
  if (part.kind === 'dated-line') return lineEntries(text, part);
  if (part.kind === 'style') return [styleEntry(layer)];
  const swatch = part.kind as keyof typeof swatches;
  return swatch in swatches ? [{ swatch, color: palette[side], text }] : [];
}

const ARMS: LegendEntry = {
  swatch: 'unit',
  color: palette.ink,
  text: 'Arms: XX division, XXX corps, XXXX army',
};

/** What the legend says of a frame: all that a reader sees and that has a title, in drawing order. */
export function legendOf(story: Story | undefined, frame: Frame | undefined): LegendEntry[] {
  if (!story || !frame) return [];
  const entries = frame.layers.flatMap((part) => {
    const layer = story.layers.find(({ id }) => id === part.id);
    return layer ? entriesOf(layer, part) : [];
  });
  const named = frame.labels.some(
    ({ id, opacity }) => opacity >= FAINTEST && story.places[id]?.unit,
  );
  return named ? [...entries, ARMS] : entries;
}

/** A box, filled as much as `opacity` says. */
const box = (opacity: number) => markup`<path d="M1 2h28v12H1z" fill-opacity="${opacity}"/>`;

/**
 * What stands in the swatches, SVG in a box of 30 by 16, in the entry's colour unless it has its own;
 * `color` writes the palette's colours.
 */
export const drawSwatches = (color: (value: string) => string) =>
  ({
    hatch: markup`${box(0.2)}<path d="M1 6 9 14M5 2 17 14M13 2 25 14M21 2 29 10" stroke-opacity=".7"/>`,
    plain: box(0.2),
    front: markup`<g stroke-width="3"><path d="M0 6h30" stroke="${color(palette.north)}"/><path d="M0 10h30" stroke="${color(palette.south)}"/></g>`,
    halo: markup`<g stroke="none"><path d="M0 1h30v14H0" fill-opacity=".13"/><path d="M0 5h30v6H0" fill-opacity=".22"/></g>`,
    route: markup`<path d="M0 8h20" stroke-width="3.6"/><path d="m30 8-13-6 3 6-3 6z" stroke="none"/>`,
    line: markup`<path d="M0 8h30" stroke-width="2"/>`,
    fill: markup`<path d="M0 2h30v12H0z" stroke="none"/>`,
    letter: markup`<path d="m10 14 5-12 5 12M12 10h6" fill="none" stroke-width="2"/>`,
    area: markup`<g stroke-dasharray="5 2.5">${box(0.16)}</g>`,
    points: markup`<circle cx="15" cy="8" r="5" stroke="none"/>`,
    unit: box(0),
  }) as const;

/** {@link drawSwatches} in the palette's own colours. */
export const swatches = drawSwatches((color) => color);

/**
 * What stands in the swatch of an entry, as SVG: the middle of it in each of its colours. `color` writes
 * colours; as they are by default.
 */
export function swatchOf(
  { swatch, colors = [] }: LegendEntry,
  color = (value: string): string => value,
): Markup {
  const inside = drawSwatches(color)[swatch];
  const width = 30 / colors.length;
  const parts = colors.map((each, i) => {
    const ink = color(each);
    return markup`<svg x="${i * width}" width="${width}" height="16" viewBox="${15 - width / 2} 0 ${width} 16" fill="${ink}" stroke="${ink}">${inside}</svg>`;
  });
  return joined(parts) || inside;
}
