import { project } from '../core/camera.ts';
import type { FramePath, FrameRoute } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import type { Side } from '../core/story.ts';
import { ROUTE_CASING, ROUTE_CORE, routeScale } from '../style/strokes.ts';
import { rgb } from './gl-program.ts';
import { strokeStrip } from './mesh.ts';
import type { MovingLayer } from './moving-layer.ts';
import type { Brush } from './painted-layer.ts';
import { headShader, routeShader } from './shaders.ts';
import { drawStroke } from './stroke.ts';

/** One arrow, ready to draw. */
interface Arrow {
  name: string;
  reveal: number;
  opacity: number;
  strip: Float32Array;
  /** From tail to tip, Web Mercator from 0 to 1. */
  length: number;
  tip: [number, number];
  behind: [number, number];
  /** Half-way between its westernmost and its easternmost place. */
  middle: number;
}

/** A path's shape follows from its reveal alone, so an arrow is made anew only when that changes. */
function toArrow(
  { id, line, bearing, reveal, opacity }: FramePath,
  before: Arrow | undefined,
): Arrow {
  if (before?.reveal === reveal) return { ...before, opacity };
  const tip = project(line.at(-1) ?? [0, 0]);
  const angle = (bearing * Math.PI) / 180;
  const back = 1e-5;
  const behind: [number, number] = [
    tip[0] - back * Math.sin(angle),
    tip[1] + back * Math.cos(angle),
  ];
  const strip = strokeStrip(line);
  const places = line.map((position) => project(position)[0]);
  const middle = (Math.min(...places) + Math.max(...places)) / 2;
  return { name: id, reveal, opacity, strip, length: strip.at(-1) ?? 0, tip, behind, middle };
}

/** How an arrow is drawn: colour from 0 to 1, opacity, and how much larger than at zoom 6.5. */
interface Ink {
  color: readonly number[];
  opacity: number;
  scale: number;
}

/** The pale head, and on it the other. */
function drawHead(brush: Brush, { tip, behind }: Arrow, { color, opacity, scale }: Ink): void {
  const { gl } = brush;
  const program = brush.use(headShader);
  gl.disableVertexAttribArray(0);
  gl.disableVertexAttribArray(1);
  program.set({ u_tip: tip, u_behind: behind });
  program.set({ u_color: color, u_opacity: opacity, u_scale: scale });
  gl.drawArrays(gl.TRIANGLES, 0, 12);
}

function drawShaft(brush: Brush, arrow: Arrow, { color, opacity, scale }: Ink): void {
  const program = brush.use(routeShader);
  const length = arrow.length * brush.worldSize;
  program.set({ u_color: color, u_opacity: opacity, u_scale: scale, u_length: length });
  drawStroke(brush, program, { ...arrow, halfWidth: (ROUTE_CORE + ROUTE_CASING + 1.4) * scale });
}

function drawRoute({ opacity, paths }: FrameRoute, before: readonly Arrow[] = []) {
  const last = (id: string) => before.find(({ name }) => name === id);
  return { opacity, arrows: paths.map((path) => toArrow(path, last(path.id))) };
}

/** Routes as arrows in the colour of their side, as far as the frame draws them. */
export function createRouteLayer(side: Side): MovingLayer {
  const color = rgb(palette[side]);
  let drawn: { opacity: number; arrows: Arrow[] } | undefined;
  return {
    paint(brush) {
      if (!drawn) return;
      const scale = routeScale(brush.zoom);
      for (const arrow of drawn.arrows) {
        // A route over the antimeridian runs on beyond the world's edge.
        brush.world = Math.round(brush.center - arrow.middle);
        const ink = { color, opacity: drawn.opacity * arrow.opacity, scale };
        drawShaft(brush, arrow, ink);
        drawHead(brush, arrow, ink);
      }
    },
    set(part) {
      const before = drawn?.arrows;
      drawn = part?.kind === 'route' ? drawRoute(part, before) : undefined;
    },
  };
}
