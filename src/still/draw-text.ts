import { joined, type Markup, type MaybeMarkup, markup } from '../core/markup.ts';
import type { Lettering, PlacedGlyph } from './lettering.ts';
import { attributes, type Sheet } from './sheet.ts';
import type { Glyphs } from './still-atlas.ts';
import { tenth } from './svg-path.ts';

/** How a text is drawn. */
export interface Ink {
  color: string;
  /** A border of `width` CSS pixels round the letters; none where it is absent or 0 wide. */
  halo?: { color: string; width: number };
  /** 0 to 1; 1 by default. */
  opacity?: number;
}

/** Where a text is drawn, and how. */
export interface TextLook extends Ink {
  /** The upper left corner of its box, CSS pixels. */
  x: number;
  y: number;
  /** CSS pixels of an em. */
  size: number;
}

/** What all texts of a picture are drawn with. */
export interface Kit {
  glyphs: Glyphs;
  sheet: Sheet;
}

/** A number in five digits, as short as SVG lets it be. */
function digits(value: number): string {
  return String(Number(value.toPrecision(5))).replace(/^(-?)0\./, '$1.');
}

/** Letters that follow each other and are drawn alike. */
interface Run {
  scale: number;
  isOutlined: boolean;
  glyphs: PlacedGlyph[];
}

function runsOf(glyphs: readonly PlacedGlyph[]): Run[] {
  const runs: Run[] = [];
  for (const glyph of glyphs) {
    if (glyph.outline === '') continue;
    const isOutlined = glyph.outline !== undefined;
    const last = runs.at(-1);
    if (last?.scale === glyph.scale && last.isOutlined === isOutlined) last.glyphs.push(glyph);
    else runs.push({ scale: glyph.scale, isOutlined, glyphs: [glyph] });
  }
  return runs;
}

/** Letters in the units of their outlines, from where the first one's baseline begins. */
function placeOutlines({ scale, glyphs }: Run, { glyphs: { em }, sheet }: Kit): MaybeMarkup {
  const [first] = glyphs;
  const units = (ems: number): number => Math.round((ems * em) / scale);
  const letters = glyphs.map(({ x, y, outline = '' }) => {
    const place = { x: units(x - first!.x) || undefined, y: units(y - first!.y) || undefined };
    return markup`<use href="${sheet.path(outline)}"${attributes(place)}/>`;
  });
  return joined(letters);
}

/** Letters that no face has, as text in any serif, in the same units. */
function placeCharacters({ glyphs }: Run, { glyphs: { em } }: Kit): Markup {
  const text = glyphs.map(({ character }) => character).join('');
  return markup`<text font-family="serif" font-size="${em}">${text}</text>`;
}

function drawRun(run: Run, { x, y, size, ...ink }: TextLook, kit: Kit): Markup {
  const unit = (size * run.scale) / kit.glyphs.em;
  const { color, halo, opacity = 1 } = ink;
  const letters = (run.isOutlined ? placeOutlines : placeCharacters)(run, kit);
  const [first] = run.glyphs;
  const [left, base] = [x + first!.x * size, y + first!.y * size];
  const move = `translate(${tenth(left)} ${tenth(base)})scale(${digits(unit)})`;
  const shine = opacity < 1 ? markup` opacity="${digits(opacity)}"` : '';
  const look = markup`transform="${move}" fill="${color}"${shine}`;
  if (!halo || halo.width <= 0) return markup`<g ${look}>${letters}</g>`;
  const word = kit.sheet.define((id) => markup`<g id="${id}">${letters}</g>`);
  const stroke = markup`stroke="${halo.color}" stroke-width="${digits((2 * halo.width) / unit)}"`;
  return markup`<g ${look} stroke-linejoin="round"><use href="#${word}" ${stroke}/><use href="#${word}"/></g>`;
}

/**
 * A text as SVG. The sheet holds the outline of each letter once, and words with a halo, which are drawn
 * twice: all of the halo lies under all of the letters.
 */
export function drawText(lettering: Lettering, look: TextLook, kit: Kit): MaybeMarkup {
  return joined(runsOf(lettering.glyphs).map((run) => drawRun(run, look, kit)));
}
