import { formatDay } from '../core/calendar.ts';
import { doubtOf } from '../core/doubt.ts';
import type { Frame } from '../core/frame.ts';
import { legendOf } from '../core/legend.ts';
import { type MaybeMarkup, markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import type { Story, ViewportKind } from '../core/story.ts';
import type { Box, Viewport } from '../core/viewport.ts';
import { drawLegend } from './draw-legend.ts';
import { drawScale, scaleLengths } from './draw-scale.ts';
import type { Ink, Kit } from './draw-text.ts';
import { type Drawn, writeLine } from './write-line.ts';

/** What a picture says beside the map. */
export interface Furniture {
  /** `<g class="furniture">`. */
  svg: MaybeMarkup;
  /** What it covers, and names must leave free. */
  boxes: Box[];
}

/** The picture that furniture belongs to. */
export interface FurniturePicture {
  story: Story;
  frame: Frame;
  viewport: Viewport;
  /** What is said of the map's sources; empty for none. */
  credit: string;
}

/** Where furniture stands, CSS pixels from the nearest edge, and its sizes. */
interface Layout {
  margin: number;
  /** Whether date, legend and scale bar stand at the right edge. */
  isRight: boolean;
  date: { size: number; baseline: number };
  doubt: { size: number; baseline: number };
  /** `share` is of the picture's width. */
  legend: { bottom: number; share: number; size: number; row: number };
  scale: { width: number };
  credit: { right: number; bottom: number; size: number };
}

const LAYOUTS: Readonly<Record<ViewportKind, Layout>> = {
  wide: {
    ...{ margin: 40, isRight: true },
    date: { size: 39.7, baseline: 54 },
    doubt: { size: 16, baseline: 80 },
    legend: { bottom: 92, share: 0.5, size: 14, row: 20 },
    scale: { width: 120 },
    credit: { right: 40, bottom: 76, size: 12 },
  },
  phone: {
    ...{ margin: 16, isRight: false },
    date: { size: 24, baseline: 32 },
    doubt: { size: 14, baseline: 51 },
    legend: { bottom: 22, share: 0.92, size: 12, row: 17 },
    scale: { width: 80 },
    credit: { right: 8, bottom: 7, size: 10 },
  },
};

/**
 * How far down a picture is covered by its date at the side where a map is read first, CSS pixels, with room for
 * a mark under it; 0 where the date stands at the right.
 */
export function dateRoom(kind: ViewportKind): number {
  const { isRight, doubt } = LAYOUTS[kind];
  return isRight ? 0 : doubt.baseline + doubt.size;
}

/** From the legend up to the line of the scale bar, and down to the credit, CSS pixels. */
const OVER_LEGEND = 20;
const UNDER_LEGEND = 3;

/** Ink with a halo of paper. */
function inkOn(width: number, { sheet: { color } }: Kit): Ink {
  return { color: color(palette.ink), halo: { color: color(palette.paper), width } };
}

function drawDate({ story, frame, viewport }: FurniturePicture, layout: Layout, kit: Kit): Drawn[] {
  if (frame.day === null) return [];
  const front = frame.layers.find((layer) => layer.kind === 'dated-line');
  const doubt = doubtOf(Math.round(front?.uncertainty ?? 0), front?.continuous === false);
  const { margin, isRight: toLeft } = layout;
  const place = { toLeft, x: toLeft ? viewport.stage.width - margin : margin };
  const date = { ...layout.date, text: formatDay(frame.day, story.lang), face: 'Atlas Bold' };
  const lines = [
    { ...date, ...inkOn(4, kit) },
    { ...layout.doubt, text: doubt, face: 'Atlas Regular', ...inkOn(3, kit) },
  ];
  return lines.filter(({ text }) => text).map((line) => writeLine({ ...place, ...line }, kit));
}

function drawCredit({ credit, viewport }: FurniturePicture, layout: Layout, kit: Kit): Drawn[] {
  if (!credit) return [];
  const { right, bottom, size } = layout.credit;
  const { width, height } = viewport.stage;
  const place = { x: width - right, baseline: height - bottom, toLeft: true };
  const words = { text: credit, face: 'Atlas Regular', size, maxWidth: width - 2 * right };
  return [writeLine({ ...words, ...place, ...inkOn(1.6, kit) }, kit)];
}

/** Legend and scale bar, over the credit. */
function drawKey(
  { story, frame, viewport }: FurniturePicture,
  layout: Layout & { floor: number },
  kit: Kit,
): Drawn[] {
  const { width, height } = viewport.stage;
  const { margin, isRight, legend, floor } = layout;
  const place = { isRight, x: isRight ? width - margin : margin };
  const bottom = Math.min(height - legend.bottom, floor - UNDER_LEGEND);
  const room = { ...legend, ...place, bottom, width: width * legend.share };
  // A phone's picture has no room for it.
  const entries = viewport.kind === 'phone' ? [] : legendOf(story, frame);
  const drawn = drawLegend(entries, room, kit);
  const y = (drawn?.box.top ?? bottom) - OVER_LEGEND;
  const lengths = scaleLengths(frame.camera, layout.scale.width);
  const bar = drawScale(lengths, { ...place, y, lang: story.lang }, kit);
  return [drawn ?? [], bar ?? []].flat();
}

/** Date with its doubt, legend, scale bar and credit of a picture, in outlines. */
export function drawFurniture(picture: FurniturePicture, kit: Kit): Furniture {
  const layout = LAYOUTS[picture.viewport.kind];
  const credit = drawCredit(picture, layout, kit);
  const floor = credit[0]?.box.top ?? Infinity;
  const key = drawKey(picture, { ...layout, floor }, kit);
  const parts = [...drawDate(picture, layout, kit), ...key, ...credit];
  return {
    svg: markup`<g class="furniture">${parts.map(({ svg }) => svg)}</g>`,
    boxes: parts.map(({ box }) => box),
  };
}
