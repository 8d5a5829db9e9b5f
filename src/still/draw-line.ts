import type { LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { joined, type MaybeMarkup, markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import {
  createReader,
  type Read,
  type StyleFeature,
  tileZoom,
  variesByFeature,
} from './evaluate.ts';
import type { Ground } from './ground.ts';
import { groundPath } from './ground-path.ts';
import { groupsOf, type Look } from './groups.ts';
import { layerPath } from './layer-path.ts';
import { offsetLine, offsetRing } from './offset-line.ts';
import type { Scene } from './scene.ts';
import { attributes } from './sheet.ts';
import { slantedStroke } from './slant.ts';
import type { Reshape } from './svg-path.ts';
import { translated, translation } from './translate.ts';

/** How a line is drawn; lengths in CSS pixels. */
interface LineLook extends Look {
  stroke: string;
  width: number;
  /** How far to the right of its line it runs. */
  beside: number;
  /** Width of a gap in its middle, beside which it has its width twice. */
  gap: number;
  /** Over how much of its width its edges fade. */
  blur: number;
  join: string;
  cap: string;
  mitre: number;
  dashes: readonly number[] | undefined;
}

const VARYING = [
  ...['line-color', 'line-opacity', 'line-width', 'line-gap-width', 'line-offset', 'line-blur'],
  ...['line-dasharray', 'line-cap', 'line-join', 'line-miter-limit'],
];

/** In how many steps an edge fades. */
const STEPS = 5;

/** Reads how a layer's lines are drawn. */
type ReadLook = (feature: StyleFeature | undefined, opacity: number) => LineLook | undefined;

/**
 * MapLibre draws dashes into tiles: in widths that the line has at the whole zoom below, and as much longer
 * as the tile is shown larger. A last dash that has no gap joins the first.
 */
function createDashes(scene: Scene, layer: LineLayerSpecification, read: Read) {
  const { zoom, globals } = scene;
  const below = createReader(layer, { ...globals, zoom: Math.floor(zoom) });
  const stretch = 2 ** (zoom - tileZoom(zoom));
  return (feature: StyleFeature | undefined): number[] | undefined => {
    const dashes = read<number[] | undefined>('line-dasharray', feature);
    if (!dashes || dashes.length < 2) return undefined;
    const unit = below<number>('line-width', feature) * stretch;
    const whole = dashes.length % 2 === 0 ? dashes : [...dashes, 0];
    return whole.map((length) => Math.round(length * unit * 10) / 10);
  };
}

function createReadLook(scene: Scene, layer: LineLayerSpecification, read: Read): ReadLook {
  const { screen, sheet } = scene;
  const dashesOf = createDashes(scene, layer, read);
  return (feature, opacity) => {
    const ask = <T>(name: string): T => read<T>(name, feature);
    const { color, alpha } = sheet.ink(ask('line-color'));
    const width = ask<number>('line-width');
    const shine = ask<number>('line-opacity') * alpha * opacity;
    if (width <= 0 || shine < 0.01) return undefined;
    return {
      stroke: slantedStroke(screen, sheet, color),
      opacity: shine,
      width,
      beside: ask('line-offset'),
      gap: ask('line-gap-width'),
      blur: ask('line-blur'),
      join: ask('line-join'),
      cap: ask('line-cap'),
      mitre: ask('line-miter-limit'),
      dashes: dashesOf(feature),
    };
  };
}

/** The strokes that a line is drawn with: one, or several over each other where its edge fades. */
function strokesOf({ width, gap, blur, opacity }: LineLook): { width: number; opacity: number }[] {
  const whole = gap > 0 ? gap + 2 * width : width;
  if (blur <= 0) return [{ width: whole, opacity }];
  const strokes: { width: number; opacity: number }[] = [];
  let before = 0;
  for (let i = 0; i < STEPS; i += 1) {
    const left = whole - (2 * blur * (i + 0.5)) / STEPS;
    const shine = (opacity * (i + 1)) / STEPS;
    if (left <= 0) break;
    strokes.push({ width: left, opacity: (shine - before) / (1 - before || 1) });
    before = shine;
  }
  return strokes;
}

function strokePath({ sheet, screen }: Scene, path: string, look: LineLook): MaybeMarkup {
  const { stroke, gap, join, cap, mitre, dashes } = look;
  const ends = {
    'stroke-linejoin': join === 'miter' ? undefined : join,
    'stroke-miterlimit': join === 'miter' && mitre !== 4 ? mitre : undefined,
    'stroke-linecap': cap === 'butt' ? undefined : cap,
  };
  const drawn = strokesOf(look).map(({ width, opacity }) => {
    const shine = { 'stroke-opacity': opacity, 'stroke-dasharray': dashes?.join(' ') };
    const values = { fill: 'none', stroke, 'stroke-width': width, ...shine, ...ends };
    return markup`<use href="${path}"${attributes(values)}/>`;
  });
  if (gap <= 0) return joined(drawn);
  const { width, height } = screen.size;
  const hole = attributes({ fill: 'none', stroke: '#000', 'stroke-width': gap, ...ends });
  const mask = sheet.define(
    (id) =>
      markup`<mask id="${id}" maskUnits="userSpaceOnUse" width="${width}" height="${height}"><path d="M0 0h${width}v${height}h-${width}z" fill="#fff"/><use href="${path}"${hole}/></mask>`,
  );
  return markup`<g mask="url(#${mask})">${drawn}</g>`;
}

/** Moves lines to their right. */
const shiftBy =
  (shift: number): Reshape =>
  (line, isClosed) =>
    isClosed ? offsetRing(line, shift) : offsetLine(line, shift);

/** A line of a story, beside its own place where it has an offset. */
function drawGround(
  scene: Scene,
  ground: readonly Ground[],
  { look, moved }: { look: LineLook; moved: number },
): MaybeMarkup {
  const { beside, width, gap } = look;
  const reach = width + gap + Math.abs(beside) + moved;
  const options = beside === 0 ? { reach } : { reach, reshape: shiftBy(beside) };
  const data = groundPath(scene.screen, scene.zoom, ground, options);
  return data ? strokePath(scene, scene.sheet.path(data), look) : '';
}

/**
 * A line beside a coast is what is left of a wide stroke under a narrower one in the colour of the sea, which
 * the land then covers on its own side.
 */
function drawBeside(scene: Scene, path: string, look: LineLook): MaybeMarkup {
  const middle = Math.abs(look.beside);
  const plain = { ...look, cap: 'butt' };
  const sea = { stroke: scene.sheet.color(palette.sea), opacity: 1 };
  return joined([
    strokePath(scene, path, { ...plain, width: 2 * middle + look.width }),
    strokePath(scene, path, { ...plain, ...sea, width: 2 * middle - look.width }),
  ]);
}

/** A line layer as SVG, each feature as the style has it, times `opacity`. */
export function drawLine(
  scene: Scene,
  layer: LineLayerSpecification,
  opacity: number,
): MaybeMarkup {
  // Patterns are pictures, and gradients need a source of which MapLibre measures the lines: we have neither.
  if (layer.paint?.['line-pattern'] || layer.paint?.['line-gradient']) return '';
  const read = createReader(layer, scene.globals);
  const whole = read<number>('line-layer-opacity');
  if (whole === 0) return '';
  const readLook = createReadLook(scene, layer, read);
  const finish = (drawn: MaybeMarkup): MaybeMarkup =>
    translated(scene, read, { name: 'line', whole, drawn });
  if ('source-layer' in layer && !variesByFeature(layer, VARYING)) {
    const look = readLook(undefined, opacity);
    const data = look ? layerPath(scene, layer) : '';
    if (!look || !data) return '';
    const path = scene.sheet.path(data);
    return finish(look.beside ? drawBeside(scene, path, look) : strokePath(scene, path, look));
  }
  const moved = Math.hypot(...translation(scene, read, 'line'));
  const groups = groupsOf(scene, {
    layer,
    lookOf: (feature) => readLook(feature, opacity),
    sortKey: 'line-sort-key',
  });
  return finish(
    joined(groups.map(({ look, ground }) => drawGround(scene, ground, { look, moved }))),
  );
}
