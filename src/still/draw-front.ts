import type { FrameDatedLine } from '../core/frame.ts';
import { measureRing } from '../core/geodesy.ts';
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
import { offsetLine } from './offset-line.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';
import { attributes } from './sheet.ts';
import { pathData, simplified } from './svg-path.ts';
import { screenLine, withinClip } from './within.ts';

/** Dashes where there was no continuous front; the first begins where the shader's does. */
const BROKEN = {
  'stroke-dasharray': `${FRONT_DASH * 2} ${FRONT_PERIOD - FRONT_DASH * 2}`,
  'stroke-dashoffset': FRONT_DASH - FRONT_PERIOD / 2,
};

/** The line and the rings of enclaves, each with the north on its left, in pixels. */
function strandsOf(scene: Scene, { line, enclaves }: FrameDatedLine): Point[][] {
  const rings = enclaves.map(({ ring }): readonly LngLat[] =>
    measureRing(ring).area > 0 ? ring.toReversed() : ring,
  );
  return [line, ...rings].map((strand) => simplified(screenLine(scene, strand)));
}

/** A front as each side's colour beside a pale core, in a halo as wide as it may be off. */
export function drawFront(scene: Scene, part: FrameDatedLine, layer: StoryLayer): string {
  const { sheet, zoom } = scene;
  const strands = strandsOf(scene, part);
  const data = (shift: number): string =>
    strands.map((strand) => pathData(offsetLine(strand, shift))).join('');
  const look = { fill: 'none', 'stroke-linejoin': 'round' };
  const latitude = part.line[Math.floor(part.line.length / 2)]?.[1] ?? 0;
  const halo = haloWidth(zoom, { uncertainty: part.uncertainty, latitude });
  const path = sheet.path(data(0));
  const bands = halo < FRONT_CORE ? [] : HALO_BANDS;
  const soft = bands.map(([share, opacity]) => {
    const band = { 'stroke-width': halo * share * 2, 'stroke-opacity': opacity };
    return `<use href="${path}"${attributes({ ...look, ...band, stroke: sheet.color(palette.softInk) })}/>`;
  });
  const half = (color: string, side: number): string => {
    const stroke = { stroke: sheet.color(color), 'stroke-width': FRONT_CORE };
    return `<path d="${data((side * FRONT_CORE) / 2)}"${attributes({ ...look, ...stroke })}/>`;
  };
  const core = { ...look, stroke: sheet.color(palette.paper), 'stroke-width': FRONT_PALE * 2 };
  const line = `${half(palette.north, -1)}${half(palette.south, 1)}<use href="${path}"${attributes(core)}/>`;
  const broken = part.continuous ? {} : BROKEN;
  const clip = withinClip(scene, layer);
  return `<g${attributes({ class: 'front', 'clip-path': clip, opacity: part.opacity })}>${soft.join('')}<g${attributes(broken)}>${line}</g></g>`;
}
