import type { LegendEntry } from '../core/legend.ts';
import { swatchOf } from '../core/legend.ts';
import { type Markup, markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import type { Box } from '../core/viewport.ts';
import type { Kit } from './draw-text.ts';
import { tenth } from './svg-path.ts';
import { type Drawn, widthOf, writeLine } from './write-line.ts';

/** Where a legend may stand: it grows from the corner up to `width`, CSS pixels. */
export interface LegendPlace {
  x: number;
  bottom: number;
  /** Whether `x` is its right edge. */
  isRight: boolean;
  width: number;
  /** Size of its letters, and from one row to the next, CSS pixels. */
  size: number;
  row: number;
}

/** Size of a swatch, and what lies between it and its text, CSS pixels. */
const SWATCH = { width: 30, height: 16 };
const GAP = 10;
/** From one entry to the next, CSS pixels. */
const APART = 19;
const PADDING = { x: 13, y: 5 };

interface Item {
  entry: LegendEntry;
  x: number;
  row: number;
  right: number;
}

const wordsOf = ({ text }: LegendEntry, { size }: LegendPlace) => ({
  ...{ text, size },
  face: 'Atlas Regular',
});

/** Entries in rows, as many to a row as fit. */
function flow(entries: readonly LegendEntry[], place: LegendPlace, kit: Kit): Item[] {
  const width = place.width - 2 * PADDING.x;
  let [x, row] = [0, 0];
  return entries.map((entry) => {
    const length = SWATCH.width + GAP + widthOf(wordsOf(entry, place), kit);
    if (x > 0 && x + length > width) [x, row] = [0, row + 1];
    const item = { entry, x, row, right: x + length };
    x += length + APART;
    return item;
  });
}

/** Draws an entry with the middle of its row at `y`. */
function drawEntry(entry: LegendEntry, at: LegendPlace & { y: number }, kit: Kit): Markup {
  const { color } = kit.sheet;
  const { x, y, size } = at;
  const own = color(entry.color);
  const dash = entry.dash ? markup` stroke-dasharray="${entry.dash}"` : '';
  const inside = swatchOf(entry, color);
  const ink = { color: color(palette.ink) };
  const place = { x: x + SWATCH.width + GAP, baseline: y + 0.3 * size };
  const move = `translate(${tenth(x)} ${tenth(y - SWATCH.height / 2)})`;
  const text = writeLine({ ...wordsOf(entry, at), ...ink, ...place }, kit);
  return markup`<g transform="${move}" fill="${own}" stroke="${own}"${dash}>${inside}</g>${text.svg}`;
}

function drawPaper({ left, top, right, bottom }: Box, { sheet: { color } }: Kit): Markup {
  const data = `M${tenth(left)} ${tenth(top)}H${tenth(right)}V${tenth(bottom)}H${tenth(left)}z`;
  return markup`<path d="${data}" fill="${color(palette.paper)}" fill-opacity=".94" stroke="${color(palette.rule)}"/>`;
}

/** The legend in its box; nothing where there is nothing to say. */
export function drawLegend(
  entries: readonly LegendEntry[],
  place: LegendPlace,
  kit: Kit,
): Drawn | undefined {
  const items = flow(entries, place, kit);
  const rows = (items.at(-1)?.row ?? -1) + 1;
  if (rows === 0) return undefined;
  const width = Math.max(...items.map(({ right }) => right)) + 2 * PADDING.x;
  const left = place.isRight ? place.x - width : place.x;
  const top = place.bottom - rows * place.row - 2 * PADDING.y;
  const box = { left, top, right: left + width, bottom: place.bottom };
  const drawn = items.map(({ entry, x, row }) => {
    const y = top + PADDING.y + (row + 0.5) * place.row;
    return drawEntry(entry, { ...place, x: left + PADDING.x + x, y }, kit);
  });
  return { svg: markup`${drawPaper(box, kit)}${drawn}`, box };
}
