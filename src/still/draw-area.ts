import type { Geometry } from 'geojson';
import { project } from '../core/camera.ts';
import type { FrameDatedArea } from '../core/frame.ts';
import { type Markup, markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import type { LngLat, StoryLayer } from '../core/story.ts';
import { AREA_TINT, HATCH_INK, HATCH_LINE, HATCH_PERIOD } from '../style/strokes.ts';
import { clip } from './clip.ts';
import type { Ground } from './ground.ts';
import { groundPath } from './ground-path.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';
import { attributes } from './sheet.ts';
import { tenth } from './svg-path.ts';
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

/**
 * Lines down to the right over the whole picture, where the map's shader has them. Not an SVG
 * pattern: those become pixels on paper.
 */
function hatching({ screen }: Scene, anchor: LngLat): string {
  const { width, height } = screen.size;
  const [lon, lat] = project(anchor);
  const [x, y] = screen.project(screen.near(lon), lat);
  const first = (x - y + HATCH_PERIOD / 2) % HATCH_PERIOD;
  const count = Math.ceil((width + height) / HATCH_PERIOD) + 2;
  const lines = Array.from({ length: count }, (_, i) => {
    const left = first - height + (i - 1) * HATCH_PERIOD;
    return `M${tenth(left)} 0l${height} ${height}`;
  });
  return lines.join('');
}

/** All that the north held: what lies north of the front, without the pockets of the south. */
function northOf({ north, enclaves }: FrameDatedArea): Ground[] {
  const held: Point[] = north.map(project);
  const pockets = enclaves.map(({ ring }): Point[][] => [ring.map(project)]);
  const polygons = (pockets.length > 0 && clip('difference', [held], ...pockets)) || [[held]];
  return polygons.map((parts) => ({ kind: 'rings', parts }));
}

/** Who held what: a tint of both sides, and hatching where the north did. */
export function drawArea(scene: Scene, part: FrameDatedArea, layer: StoryLayer): Markup {
  const { screen, zoom, sheet, story } = scene;
  const { width, height } = screen.size;
  const north = sheet.path(groundPath(screen, zoom, northOf(part)));
  const all = markup`<path d="M0 0h${width}v${height}h${-width}z" fill="${sheet.color(palette.south)}"/>`;
  const held = markup`<use href="${north}" fill="${sheet.color(palette.north)}"/>`;
  const clip = withinClip(scene, layer);
  const grounds = story.data[layer.within ?? '']?.features ?? [];
  const anchor = anchorOf(grounds.map(({ geometry }) => geometry));
  const cut = sheet.define((id) => markup`<clipPath id="${id}"><use href="${north}"/></clipPath>`);
  const ink = {
    'clip-path': `url(#${cut})`,
    stroke: sheet.color(palette.north),
    'stroke-width': HATCH_LINE * 2,
    'stroke-opacity': HATCH_INK,
  };
  const hatch = markup`<path d="${hatching(scene, anchor)}"${attributes(ink)}/>`;
  return markup`<g${attributes({ class: 'area', 'clip-path': clip, opacity: part.opacity })}><g opacity="${AREA_TINT}">${all}${held}</g>${hatch}</g>`;
}
