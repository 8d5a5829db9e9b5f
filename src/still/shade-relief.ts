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
  let found: ReturnType<typeof nearestTile<Uint8Array>>;
  return (x, y) => {
    const wrapped = x - Math.floor(x);
    const [column, line] = [Math.floor(wrapped * count), Math.floor(y * count)];
    if (line < 0 || line >= count) return 0;
    // Neighbours in the picture are mostly neighbours in one tile.
    if (line * count + column !== last) found = nearestTile([zoom, column, line], atlas.relief);
    last = line * count + column;
    if (!found) return 0;
    const { tile, id } = found;
    const across = (wrapped * 2 ** id[0] - id[1]) * CELLS + MARGIN - 0.5;
    const down = (y * 2 ** id[0] - id[2]) * CELLS + MARGIN - 0.5;
    const at = Math.floor(down) * STORED + Math.floor(across);
    const [s, t] = [across % 1, down % 1];
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
  const turn = ((((aspect + azimuth) / Math.PI + 0.5) % 2) + 2) % 2;
  const away = 1 - Math.abs(turn - 1);
  return [steep * away, steep * (1 - away)];
}

/** MapLibre shows slopes steeper than they are on maps of small scale: its shader's factor. */
const steepening = (zoom: number): number =>
  2 ** ((15 - zoom) * (zoom < 2 ? 0.4 : zoom < 4.5 ? 0.35 : 0.3));

/** The ink that the hillshade lays on a place. */
function shading(style: AtlasStyle, zoom: number, heights: Heights) {
  const layer = style.ground.find(({ type }) => type === 'hillshade');
  if (!layer) return () => [0, 0, 0, 0] as Rgba;
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
  return (x: number, y: number): Rgba => {
    const east = (heights(x + cell, y) - heights(x - cell, y)) * strength;
    const south = (heights(x, y + cell) - heights(x, y - cell)) * strength;
    const [shadow, shine] = igor(east, south, azimuth);
    return dark.map((part, i) => part * shadow + light[i]! * shine) as Rgba;
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
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [((at % width) + 0.5) * scale, (Math.floor(at / width) + 0.5) * scale];
    const place = screen.unproject([x, y]);
    if (!place) continue;
    const value = Math.round(Math.sqrt(heights(...place) / 7000) * 255);
    const under = colors[value] ?? [0, 0, 0, 0];
    const over = shade(...place);
    const rest = 1 - over[3];
    const alpha = over[3] + under[3] * rest;
    const pixel = under.map((part, i) => ((over[i]! + part * rest) / (alpha || 1)) * 255);
    data.set([pixel[0]!, pixel[1]!, pixel[2]!, alpha * 255], at * 4);
  }
  return { width, height, data };
}
