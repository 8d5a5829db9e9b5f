import type { Size } from '../core/camera.ts';
import type { Box } from '../core/viewport.ts';
import type { Ink } from './draw-text.ts';
import { type Lettering, setText, type TextSection, type Typesetting } from './lettering.ts';
import type { Glyphs } from './still-atlas.ts';

/** A paper tag in a frame behind a name. */
export interface NameTag {
  fill: string;
  stroke: string;
  /** Room round the text in CSS pixels: top, right, bottom, left. The frame stands outside it. */
  padding: readonly [top: number, right: number, bottom: number, left: number];
}

/** A name that is to be placed; words and numbers as MapLibre's symbol layers have them. */
export interface NameSpec extends Ink, Typesetting {
  /** The place that it names, CSS pixels. */
  at: readonly [x: number, y: number];
  sections: readonly TextSection[];
  /** CSS pixels of an em. */
  size: number;
  /** Which side of the name stands at the place; `center` by default. */
  anchor?: keyof typeof ALIGN;
  /** How far it is moved right and down, em. */
  offset?: readonly [x: number, y: number];
  /** How far it is moved right and down, CSS pixels, whatever its size. */
  moved?: readonly [x: number, y: number];
  /** Where it is drawn among others that it lies over or under: lower numbers first. */
  depth?: readonly [layer: number, down: number];
  /** May lie over other names and is then placed in any case; not by default. */
  mayOverlap?: boolean;
  /** Other names may lie over it; not by default. */
  isIgnored?: boolean;
  /** Room that other names leave it on each side, CSS pixels; 0 by default. */
  padding?: number;
  /** Turned clockwise round its place, degrees. */
  rotate?: number;
  tag?: NameTag;
}

/** A name in its place. */
export interface PlacedName {
  spec: NameSpec;
  lettering: Lettering;
  /** Of the text before it is turned, CSS pixels. */
  box: Box;
  /** Where the letters hang from, CSS pixels: the box's top, or higher. */
  lettersTop: number;
}

/** What names must leave free, and the picture. */
export interface NameRoom {
  size: Size;
  /** One without width is a line that no name may cross. */
  obstacles: readonly Box[];
  glyphs: Glyphs;
}

/** Width of a tag's frame, CSS pixels. */
export const TAG_FRAME = 1.5;
/** Room that other names leave a tag, CSS pixels: MapLibre's `icon-padding` by default. */
const TAG_ROOM = 2;
/** The most of a name that the edge may cut: not a letter. */
const CUT = 0.01;

const ALIGN = {
  center: [0.5, 0.5],
  left: [0, 0.5],
  right: [1, 0.5],
  top: [0.5, 0],
  bottom: [0.5, 1],
  'top-left': [0, 0],
  'top-right': [1, 0],
  'bottom-left': [0, 1],
  'bottom-right': [1, 1],
} as const;

/** A box with more room on its sides. */
function grown({ left, top, right, bottom }: Box, by: NameTag['padding']): Box {
  return { left: left - by[3], top: top - by[0], right: right + by[1], bottom: bottom + by[2] };
}

const evenly = (by: number): NameTag['padding'] => [by, by, by, by];

/** The box round a box that is turned about a point. */
function turned({ left, top, right, bottom }: Box, rotate: number, [x, y]: NameSpec['at']): Box {
  if (rotate === 0) return { left, top, right, bottom };
  const angle = (rotate * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const corners = [left - x, right - x].flatMap((dx) =>
    [top - y, bottom - y].map((dy) => [x + dx * cos - dy * sin, y + dx * sin + dy * cos] as const),
  );
  const [xs, ys] = [corners.map(([each]) => each), corners.map(([, each]) => each)];
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** Sets a name where it would stand if nothing else were on the map. */
function setName(spec: NameSpec, glyphs: Glyphs): PlacedName {
  const { at, size, anchor = 'center', offset = [0, 0], moved = [0, 0] } = spec;
  const lettering = setText(spec.sections, spec, glyphs);
  const [width, height] = [lettering.width * size, lettering.height * size];
  const left = at[0] + moved[0] + offset[0] * size - ALIGN[anchor][0] * width;
  const top = at[1] + moved[1] + offset[1] * size - ALIGN[anchor][1] * height;
  const lettersTop = top - ALIGN[anchor][1] * lettering.slack * size;
  const box = { left, top, right: left + width, bottom: top + height };
  return { spec, lettering, box, lettersTop };
}

/** What a name takes up, with the room that it is left. */
function boxesOf({ spec, box }: PlacedName): Box[] {
  const { at, rotate = 0, padding = 0, tag } = spec;
  const boxes = [grown(box, evenly(padding))];
  if (tag) boxes.push(grown(grown(box, tag.padding), evenly(TAG_FRAME + TAG_ROOM)));
  return boxes.map((each) => turned(each, rotate, at));
}

const area = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How much of a box lies outside of the picture, 0 to 1. */
function cutOf(box: Box, { width, height }: Size): number {
  const seen: Box = {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(width, box.right),
    bottom: Math.min(height, box.bottom),
  };
  return area(box) > 0 ? 1 - area(seen) / area(box) : 0;
}

function isInPicture({ spec, box }: PlacedName, size: Size): boolean {
  return cutOf(turned(box, spec.rotate ?? 0, spec.at), size) <= CUT;
}

/**
 * Places names in order of rank, as MapLibre does: one that would lie over another, or over an obstacle,
 * is left out. So is one that the edge would cut: paper cannot be moved to read it.
 */
export function placeNames(specs: readonly NameSpec[], room: NameRoom): PlacedName[] {
  const taken = [...room.obstacles];
  const placed: PlacedName[] = [];
  for (const spec of specs) {
    const name = setName(spec, room.glyphs);
    const boxes = boxesOf(name);
    // What is not a name, such as the date, no name lies over.
    const others = spec.mayOverlap ? room.obstacles : taken;
    const isFree = boxes.every((box) => !others.some((other) => overlap(box, other)));
    if (!isFree || name.lettering.glyphs.length === 0 || !isInPicture(name, room.size)) continue;
    placed.push(name);
    if (!spec.isIgnored) taken.push(...boxes);
  }
  return placed;
}
