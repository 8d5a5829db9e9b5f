import type { ColorReliefLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Frame } from '../core/frame.ts';
import type { Viewport } from '../core/viewport.ts';
import type { AtlasStyle } from '../style/atlas-style.ts';
import { MARGIN, metresOf, STORED } from '../style/relief-code.ts';
import { createReader } from './evaluate.ts';
import { createScreen } from './screen.ts';
import type { StillAtlas } from './still-atlas.ts';
import { nearestTile } from './tile-cover.ts';

/** A picture: 4 bytes a pixel, red, green, blue and alpha, row by row. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

type Channels = Record<'r' | 'g' | 'b' | 'a', number>;
type Rgba = [red: number, green: number, blue: number, alpha: number];
/** Height at a place of the Mercator unit square, metres. */
type Heights = (x: number, y: number) => number;

const WORLD_METRES = 40_075_016.686;
const CELLS = STORED - 2 * MARGIN;

/** Heights between the stored cells of the tiles of a zoom, or of those above that stand in for them. */
function readHeights(atlas: StillAtlas, zoom: number): Heights {
  const count = 2 ** zoom;
  const metres = Float64Array.from({ length: 256 }, (_, value) => metresOf(value));
  let last = -1;
  let tiles = 1;
  let found: ReturnType<typeof nearestTile<Uint8Array>>;
  return (x, y) => {
    const wrapped = x - Math.floor(x);
    const tileX = Math.floor(wrapped * count);
    const tileY = Math.floor(y * count);
    if (tileY < 0 || tileY >= count) return 0;
    // Neighbours in the picture are mostly neighbours in one tile.
    if (tileY * count + tileX !== last) {
      found = nearestTile([zoom, tileX, tileY], atlas.relief);
      tiles = 2 ** (found?.id[0] ?? 0);
    }
    last = tileY * count + tileX;
    if (!found) return 0;
    const { tile, id } = found;
    const across = (wrapped * tiles - id[1]) * CELLS + MARGIN - 0.5;
    const down = (y * tiles - id[2]) * CELLS + MARGIN - 0.5;
    const column = Math.floor(across);
    const row = Math.floor(down);
    const at = row * STORED + column;
    const s = across - column;
    const t = down - row;
    const upper = metres[tile[at]!]! * (1 - s) + metres[tile[at + 1]!]! * s;
    const lower = metres[tile[at + STORED]!]! * (1 - s) + metres[tile[at + STORED + 1]!]! * s;
    return upper * (1 - t) + lower * t;
  };
}

/** The tint of each stored value, in 256 steps. */
function tints(layer: ColorReliefLayerSpecification, zoom: number): Rgba[] {
  const opacity = createReader(layer, { zoom })<number>('color-relief-opacity');
  return Array.from({ length: 256 }, (_, value): Rgba => {
    const globals = { zoom, elevation: metresOf(value) };
    // Parts come times the alpha.
    const { r, g, b, a } = createReader(
      layer,
      globals,
    )<{ r: number; g: number; b: number; a: number }>('color-relief-color');
    return [r * opacity, g * opacity, b * opacity, a * opacity];
  });
}

/** MapLibre's hillshade by Igor Brejc's method: strength of shadow and of light, 0 to 1, for a slope. */
function igor(east: number, south: number, azimuth: number): [shadow: number, light: number] {
  const aspect = east !== 0 ? Math.atan2(south, -east) : (Math.PI / 2) * (south > 0 ? 1 : -1);
  const steep = (Math.atan(Math.hypot(east, south)) * 2) / Math.PI;
  const turned = (aspect + azimuth) / Math.PI + 0.5;
  const turn = turned - 2 * Math.floor(turned / 2);
  const away = 1 - Math.abs(turn - 1);
  return [steep * away, steep * (1 - away)];
}

/** MapLibre shows slopes steeper than they are on maps of small scale: its shader's factor. */
const steepening = (zoom: number): number =>
  2 ** ((15 - zoom) * (zoom < 2 ? 0.4 : zoom < 4.5 ? 0.35 : 0.3));

/** Puts the ink that the hillshade lays on a place into `ink`. */
type Shade = (x: number, y: number, ink: Rgba) => void;

function shading(style: AtlasStyle, zoom: number, heights: Heights): Shade {
  const layer = style.ground.find(({ type }) => type === 'hillshade');
  if (!layer) return () => {};
  const read = createReader(layer, { zoom });
  // Lists, for methods with several lights: this one has one.
  const first = <T>(name: string): T => read<{ values: T[] }>(name).values[0]!;
  const parts = (name: string): Rgba => {
    const { r, g, b, a } = first<Channels>(name);
    return [r, g, b, a];
  };
  const [dark, light] = [parts('hillshade-shadow-color'), parts('hillshade-highlight-color')];
  const direction = first<number>('hillshade-illumination-direction');
  const azimuth = (direction * Math.PI) / 180 + Math.PI;
  const tile = Math.min(7, Math.round(zoom));
  const cell = 1 / (CELLS * 2 ** tile);
  const strength =
    (read<number>('hillshade-exaggeration') * 2 * steepening(tile)) / (2 * cell * WORLD_METRES);
  return (x, y, ink) => {
    const east = (heights(x + cell, y) - heights(x - cell, y)) * strength;
    const south = (heights(x, y + cell) - heights(x, y - cell)) * strength;
    const [shadow, shine] = igor(east, south, azimuth);
    for (let i = 0; i < 4; i += 1) ink[i] = dark[i]! * shadow + light[i]! * shine;
  };
}

/**
 * The tint and the shades of the relief under a frame, with one pixel for `scale` by `scale` CSS
 * pixels, to be laid over the land. It follows MapLibre's shaders `color_relief` and `hillshade`
 * (method `igor`), but for its rounding of slopes to 8 bits.
 */
export function shadeRelief(
  frame: Frame,
  viewport: Viewport,
  { atlas, scale }: { atlas: StillAtlas; scale: number },
): Raster {
  const { zoom } = frame.camera;
  const screen = createScreen(frame.camera, { ...viewport.stage, padding: viewport.padding });
  const [width, height] = [
    Math.ceil(viewport.stage.width / scale),
    Math.ceil(viewport.stage.height / scale),
  ];
  const heights = readHeights(atlas, Math.min(7, Math.round(zoom)));
  const tint = atlas.style.ground.find((layer) => layer.type === 'color-relief');
  const colors = tint ? tints(tint, zoom) : [];
  const shade = shading(atlas.style, zoom, heights);
  const data = new Uint8ClampedArray(width * height * 4);
  // Hundreds of thousands of pixels: what is made for each of them would have to be cleared away.
  const clear: Rgba = [0, 0, 0, 0];
  const over: Rgba = [0, 0, 0, 0];
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [((at % width) + 0.5) * scale, (Math.floor(at / width) + 0.5) * scale];
    const place = screen.unproject([x, y]);
    if (!place) continue;
    const value = Math.round(Math.sqrt(heights(place[0], place[1]) / 7000) * 255);
    const under = colors[value] ?? clear;
    shade(place[0], place[1], over);
    const rest = 1 - over[3];
    const alpha = over[3] + under[3] * rest;
    for (let i = 0; i < 3; i += 1)
      data[at * 4 + i] = ((over[i]! + under[i]! * rest) / (alpha || 1)) * 255;
    data[at * 4 + 3] = alpha * 255;
  }
  return { width, height, data };
}
