import type { Geometry } from 'geojson';
import { project } from '../core/camera.ts';
import type { FrameDatedArea } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import type { LngLat, StoryLayer } from '../core/story.ts';
import { AREA_TINT, HATCH_INK, HATCH_LINE, HATCH_PERIOD } from '../style/strokes.ts';
import { groundPath } from './ground-path.ts';
import type { Scene } from './scene.ts';
import { attributes } from './sheet.ts';
import { withinClip } from './within.ts';

/** From the ground's north-western corner, degrees: where the map hangs its hatching. */
const MARGIN = 2;

/** The corner of the ground that the hatching hangs on, `[lon, lat]`. */
function anchorOf(geometries: readonly Geometry[]): LngLat {
  const positions = geometries
    .flatMap((each) => (each.type === 'Polygon' ? [each.coordinates] : []))
    .flat(2);
  const west = positions.reduce((least, [lon = 0]) => Math.min(least, lon), 180);
  const north = positions.reduce((most, [, lat = 0]) => Math.max(most, lat), -90);
  return [west - MARGIN, north + MARGIN];
}

/** A square that repeats, with lines down to the right as the map's shader has them. */
function hatching({ sheet, screen }: Scene, anchor: LngLat): string {
  const [x, y] = screen.project(...project(anchor));
  const side = HATCH_PERIOD;
  const place = { x: (((x - y) % side) + side) % side, width: side, height: side };
  const line = { stroke: sheet.color(palette.north), 'stroke-width': HATCH_LINE * 2 };
  const half = side / 2;
  const d = `M${half - 1}-1L${side + 1} ${half + 1}M-1 ${half - 1}L${half + 1} ${side + 1}`;
  const id = sheet.define(
    (name) =>
      `<pattern id="${name}" patternUnits="userSpaceOnUse"${attributes(place)}><path d="${d}"${attributes(line)}/></pattern>`,
  );
  return `url(#${id})`;
}

/** Who held what: a tint of both sides, and hatching where the north did. */
export function drawArea(scene: Scene, part: FrameDatedArea, layer: StoryLayer): string {
  const { screen, zoom, sheet, story } = scene;
  const { width, height } = screen.size;
  const ringPath = (ring: readonly LngLat[]): string =>
    groundPath(screen, zoom, [{ kind: 'rings', parts: [ring.map(project)] }]);
  const north = sheet.path(ringPath(part.north));
  const pockets = part.enclaves.map(({ ring }) => ringPath(ring)).join('');
  const all = `<path d="M0 0h${width}v${height}h${-width}z" fill="${sheet.color(palette.south)}"/>`;
  const held = `<use href="${north}" fill="${sheet.color(palette.north)}"/>`;
  const kept = pockets && `<path d="${pockets}" fill="${sheet.color(palette.south)}"/>`;
  const clip = withinClip(scene, layer);
  const grounds = story.data[layer.within ?? '']?.features ?? [];
  const anchor = anchorOf(grounds.map(({ geometry }) => geometry));
  const hatch = `<use href="${north}" fill="${hatching(scene, anchor)}"${attributes({ opacity: HATCH_INK })}/>`;
  const mask =
    pockets &&
    sheet.define(
      (id) =>
        `<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><path d="M0 0h${width}v${height}h${-width}z" fill="#fff"/><path d="${pockets}"/></mask>`,
    );
  const cut = mask ? `<g mask="url(#${mask})">${hatch}</g>` : hatch;
  return `<g${attributes({ class: 'area', 'clip-path': clip, opacity: part.opacity })}><g opacity="${AREA_TINT}">${all}${held}${kept}</g>${cut}</g>`;
}
