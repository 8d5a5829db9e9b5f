import { project } from '../core/camera.ts';
import type { FramePath, FrameRoute } from '../core/frame.ts';
import { joined, type MaybeMarkup, markup } from '../core/markup.ts';
import { palette } from '../core/palette.ts';
import type { StoryLayer } from '../core/story.ts';
import {
  CASING_INK,
  HEAD,
  HEAD_CASING,
  HEAD_CORNERS,
  ROUTE_CASING,
  ROUTE_CORE,
  routeScale,
} from '../style/strokes.ts';
import { mitres } from './offset-line.ts';
import type { Scene } from './scene.ts';
import type { Point } from './screen.ts';
import { attributes } from './sheet.ts';
import { pathData, simplified } from './svg-path.ts';
import { screenLine } from './within.ts';

/** The outline of a shaft that is half as wide at its tail as at its tip. */
function shaft(line: readonly Point[], width: number): Point[] {
  const sides = mitres(line);
  let along = 0;
  const ways = line.map(([x, y], i) => {
    const [px, py] = line[i - 1] ?? [x, y];
    along += Math.hypot(x - px, y - py);
    return along;
  });
  const edge = (side: number): Point[] =>
    line.map(([x, y], i) => {
      const half = side * width * (0.5 + (0.5 * ways[i]!) / (along || 1));
      return [x + sides[i]![0] * half, y + sides[i]![1] * half];
    });
  return [...edge(1), ...edge(-1).reverse()];
}

function head(scene: Scene, { line, bearing }: FramePath, size: number): Point[] {
  const at = line.at(-1) ?? [0, 0];
  const [lon, y] = project(at);
  const x = scene.screen.near(lon);
  const angle = (bearing * Math.PI) / 180;
  const tip = scene.screen.project(x, y);
  const behind = scene.screen.project(x - 1e-5 * Math.sin(angle), y + 1e-5 * Math.cos(angle));
  const [dx, dy] = [tip[0] - behind[0], tip[1] - behind[1]];
  const far = Math.hypot(dx, dy) || 1;
  const [ax, ay] = [dx / far, dy / far];
  return HEAD_CORNERS.map(
    ([ahead, left]): Point => [
      tip[0] + (ahead * ax + left * ay) * size,
      tip[1] + (ahead * ay - left * ax) * size,
    ],
  );
}

function drawPath(scene: Scene, path: FramePath, ink: string): MaybeMarkup {
  const { sheet, zoom } = scene;
  const line = simplified(screenLine(scene, path.line));
  if (line.length < 2) return '';
  const scale = routeScale(zoom);
  const paper = sheet.color(palette.paper);
  const outline = sheet.path(pathData(shaft(line, ROUTE_CORE * scale), true));
  const casing = {
    fill: 'none',
    stroke: paper,
    'stroke-width': ROUTE_CASING * 2,
    'stroke-opacity': CASING_INK,
    'stroke-linejoin': 'round',
  };
  const pale = { fill: paper, 'fill-opacity': CASING_INK };
  return markup`<g${attributes({ opacity: path.opacity })}><use href="${outline}"${attributes(casing)}/><use href="${outline}" fill="${ink}"/><path d="${pathData(head(scene, path, HEAD_CASING * scale), true)}"${attributes(pale)}/><path d="${pathData(head(scene, path, HEAD * scale), true)}" fill="${ink}"/></g>`;
}

/** Routes as arrows in the colour of their side, as far as the frame draws them. */
export function drawRoute(scene: Scene, part: FrameRoute, { side }: StoryLayer): MaybeMarkup {
  const ink = scene.sheet.color(palette[side]);
  const arrows = joined(part.paths.map((path) => drawPath(scene, path, ink)));
  return arrows && markup`<g${attributes({ class: 'route', opacity: part.opacity })}>${arrows}</g>`;
}
