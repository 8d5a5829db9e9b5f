import { project, TILE_SIZE } from '../core/camera.ts';
import type { FrameDatedLine } from '../core/frame.ts';
import { measureRing } from '../core/geodesy.ts';
import { type Markup, markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import type { LngLat, StoryLayer } from '../core/story.ts';
import {
  FRONT_CORE,
  FRONT_DASH,
  FRONT_PALE,
  FRONT_PERIOD,
  HALO_BANDS,
  haloWidth,
} from '../style/strokes.ts';
import { dashed, offsetLine } from './offset-line.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';
import { attributes } from './sheet.ts';
import { pathData, simplified } from './svg-path.ts';
import { screenLine, withinClip } from './within.ts';

const DASHES = { period: FRONT_PERIOD, length: FRONT_DASH * 2 };

/** How far each place of a line is from its start: CSS pixels of the flat map at a zoom, as the shader has it. */
function waysAlong(line: readonly LngLat[], zoom: number): number[] {
  const world = TILE_SIZE * 2 ** zoom;
  let [x, y] = project(line[0] ?? [0, 0]);
  let along = 0;
  return line.map((position) => {
    const [nextX, nextY] = project(position);
    along += Math.hypot(nextX - x, nextY - y) * world;
    [x, y] = [nextX, nextY];
    return along;
  });
}

/** True where a ring comes into the picture, or so near that a stroke of it may, CSS pixels. */
function comesIn(scene: Scene, ring: readonly LngLat[], margin: number): boolean {
  const { width, height } = scene.screen.size;
  const points = screenLine(scene, ring);
  const within = (axis: 0 | 1, size: number): boolean =>
    points.some((point) => point[axis] > -margin) &&
    points.some((point) => point[axis] < size + margin);
  return within(0, width) && within(1, height);
}

/**
 * The line and the rings of those enclaves that come into the picture, each with the north on its left:
 * whole, and as it is drawn. `margin` is how wide their halo is, CSS pixels.
 */
function strandsOf(scene: Scene, { line, enclaves, continuous }: FrameDatedLine, margin: number) {
  const rings = enclaves
    .filter(({ ring }) => comesIn(scene, ring, margin))
    .map(({ ring }): readonly LngLat[] => (measureRing(ring).area > 0 ? ring.toReversed() : ring));
  const strands = [line, ...rings];
  const whole = strands.map((strand) => screenLine(scene, strand));
  const drawn = continuous
    ? whole
    : strands.flatMap((strand, i) => dashed(whole[i]!, waysAlong(strand, scene.zoom), DASHES));
  return {
    whole: whole.map((each) => simplified(each)),
    drawn: drawn.map((each) => simplified(each)),
  };
}

const data = (strands: readonly Point[][], shift = 0): string =>
  strands.map((strand) => pathData(offsetLine(strand, shift))).join('');

/** A front as each side's colour beside a pale core, in a halo as wide as it may be off. */
export function drawFront(scene: Scene, part: FrameDatedLine, layer: StoryLayer): Markup {
  const { sheet, zoom } = scene;
  const look = { fill: 'none', 'stroke-linejoin': 'round' };
  const latitude = part.line[Math.floor(part.line.length / 2)]?.[1] ?? 0;
  const halo = haloWidth(zoom, { uncertainty: part.uncertainty, latitude });
  const { whole, drawn } = strandsOf(scene, part, Math.max(halo, 2 * FRONT_CORE));
  const path = sheet.path(data(whole));
  const bands = halo < FRONT_CORE ? [] : HALO_BANDS;
  const soft = bands.map(([share, opacity]) => {
    const band = { 'stroke-width': halo * share * 2, 'stroke-opacity': opacity };
    return markup`<use href="${path}"${attributes({ ...look, ...band, stroke: sheet.color(palette.softInk) })}/>`;
  });
  const half = (color: string, side: number): Markup => {
    const stroke = { stroke: sheet.color(color), 'stroke-width': FRONT_CORE };
    return markup`<path d="${data(drawn, (side * FRONT_CORE) / 2)}"${attributes({ ...look, ...stroke })}/>`;
  };
  const pale = { ...look, stroke: sheet.color(palette.paper), 'stroke-width': FRONT_PALE * 2 };
  const core = markup`<use href="${sheet.path(data(drawn))}"${attributes(pale)}/>`;
  const line = [half(palette.north, -1), half(palette.south, 1), core];
  const clip = withinClip(scene, layer);
  return markup`<g${attributes({ class: 'front', 'clip-path': clip, opacity: part.opacity })}>${soft}${line}</g>`;
}
