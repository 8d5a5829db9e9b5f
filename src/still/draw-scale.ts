import { type Camera, RADIANS, TILE_SIZE } from '../core/camera.ts';
import { markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import type { Kit } from './draw-text.ts';
import { tenth } from './svg-path.ts';
import { type Drawn, widthOf, writeLine } from './write-line.ts';

/** A part of a scale bar. */
export interface ScaleLength {
  /** A round number of `unit`s: 1, 2 or 5 with noughts. */
  value: number;
  unit: 'kilometer' | 'mile';
  /** How long it is on the map, CSS pixels. */
  pixels: number;
}

/** Where a scale bar stands, CSS pixels; `isRight` says that `x` is its right end. */
export interface ScalePlace {
  x: number;
  /** Height of its line. */
  y: number;
  isRight: boolean;
}

const EARTH_CIRCUMFERENCE = 40_075_016.686;
const METRES = { kilometer: 1000, mile: 1609.344 } as const;
/** Below this zoom the map is a globe, or on the way to it, and has no one scale. */
const FLAT_FROM = 4.4;

const STEPS = [5, 2, 1];

function longestRound(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return (STEPS.find((step) => step * power <= most) ?? 1) * power;
}

/**
 * The longest round lengths of at most so many pixels at the camera's centre, in kilometres and in
 * miles; none where the Earth is drawn as a globe.
 */
export function scaleLengths({ zoom, center }: Camera, width: number): ScaleLength[] {
  if (zoom < FLAT_FROM) return [];
  const metres = EARTH_CIRCUMFERENCE * Math.cos(center[1] * RADIANS);
  const perPixel = metres / (TILE_SIZE * 2 ** zoom);
  return (['kilometer', 'mile'] as const).map((unit) => {
    const value = longestRound((width * perPixel) / METRES[unit]);
    return { value, unit, pixels: (value * METRES[unit]) / perPixel };
  });
}

const TEXT = { face: 'Atlas Regular', size: 12 };
const TICK = 5;
const GAP = 5;

/** The bar: its line, and for each length a tick at its ends, kilometres up and miles down. */
function barPath(lengths: readonly ScaleLength[], x: number, y: number): string {
  const longest = Math.max(...lengths.map(({ pixels }) => pixels));
  const ticks = lengths.map(({ pixels }, at) => {
    const tick = at === 0 ? -TICK : TICK;
    return `M${tenth(x)} ${tenth(y)}v${tick}M${tenth(x + pixels)} ${tenth(y)}v${tick}`;
  });
  return `M${tenth(x)} ${tenth(y)}h${tenth(longest)}${ticks.join('')}`;
}

/** A scale bar, each length named at its end in the language `lang`; nothing where there is no length. */
export function drawScale(
  lengths: readonly ScaleLength[],
  { x, y, isRight, lang }: ScalePlace & { lang: string },
  kit: Kit,
): Drawn | undefined {
  if (lengths.length === 0) return undefined;
  const names = lengths.map(({ value, unit, pixels }) => {
    const form = new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 9 });
    const words = { ...TEXT, text: form.format(value) };
    return { ...words, end: pixels + GAP, right: pixels + GAP + widthOf(words, kit) };
  });
  const width = Math.max(...names.map(({ right }) => right));
  const left = isRight ? x - width : x;
  const [ink, paper] = [kit.sheet.color(palette.ink), kit.sheet.color(palette.paper)];
  const line = markup`d="${barPath(lengths, left, y)}" fill="none" stroke-linecap="square"`;
  const texts = names.map(({ end, ...words }, at) => {
    const place = { x: left + end, baseline: at === 0 ? y - 2 : y + 11 };
    return writeLine({ ...words, ...place, color: ink, halo: { color: paper, width: 1.6 } }, kit);
  });
  return {
    svg: markup`<path ${line} stroke="${paper}" stroke-width="4"/><path ${line} stroke="${ink}"/>${texts.map(({ svg }) => svg)}`,
    box: { left, top: y - 13, right: left + width, bottom: y + 14 },
  };
}
