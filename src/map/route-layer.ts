import { project } from '../core/camera.ts';
import type { FramePath, FrameRoute } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import type { Side } from '../core/story.ts';
import { rgb } from './gl-program.ts';
import { strokeStrip } from './mesh.ts';
import type { MovingLayer } from './moving-layer.ts';
import { type Brush, createPaintedLayer } from './painted-layer.ts';
import { headShader, ROUTE_CORE, routeShader } from './shaders.ts';
import { drawStroke } from './stroke.ts';

/** The size of the head, and of the pale one under it, CSS pixels. */
const HEAD = 13;
const HEAD_CASING = 17;

/** One arrow, ready to draw. */
interface Arrow {
  name: string;
  strip: Float32Array;
  tip: [number, number];
  behind: [number, number];
}

function toArrow({ id, line, bearing }: FramePath): Arrow[] {
  const end = line.at(-1);
  if (!end || line.length < 2) return [];
  const tip = project(end);
  const angle = (bearing * Math.PI) / 180;
  const back = 1e-5;
  const behind: [number, number] = [
    tip[0] - back * Math.sin(angle),
    tip[1] + back * Math.cos(angle),
  ];
  return [{ name: id, strip: strokeStrip(line), tip, behind }];
}

function drawHead(
  brush: Brush,
  arrow: Arrow,
  head: { size: number; color: string; opacity: number },
) {
  const { gl } = brush;
  const program = brush.use(headShader);
  for (let i = 0; i < 5; i += 1) gl.disableVertexAttribArray(i);
  program.set({
    u_tip: arrow.tip,
    u_behind: arrow.behind,
    u_size: head.size,
    u_color: rgb(head.color),
    u_opacity: head.opacity,
  });
  gl.drawArrays(gl.TRIANGLES, 0, 6);
}

function drawShaft(
  brush: Brush,
  arrow: Arrow,
  { color, opacity }: { color: string; opacity: number },
) {
  const program = brush.use(routeShader);
  program.set({ u_color: rgb(color), u_opacity: opacity });
  drawStroke(brush, program, { ...arrow, halfWidth: ROUTE_CORE + 3 });
}

/** Routes as arrows in the colour of their side, as far as the frame draws them. */
export function createRouteLayer(id: string, side: Side): MovingLayer {
  const color = palette[side];
  let drawn: { opacity: number; reveal: number; arrows: Arrow[] } | undefined;
  const layer = createPaintedLayer(id, (brush) => {
    if (!drawn) return;
    const { opacity } = drawn;
    brush.gl.disable(brush.gl.DEPTH_TEST);
    for (const arrow of drawn.arrows) {
      drawShaft(brush, arrow, { color, opacity });
      drawHead(brush, arrow, { size: HEAD_CASING, color: palette.paper, opacity: opacity * 0.8 });
      drawHead(brush, arrow, { size: HEAD, color, opacity });
    }
  });
  return {
    layer,
    set(part) {
      const route = part?.kind === 'route' ? (part satisfies FrameRoute) : undefined;
      if (!route) drawn = undefined;
      else {
        const { opacity, reveal } = route;
        // A route's shape follows from its reveal alone.
        const arrows = drawn?.reveal === reveal ? drawn.arrows : route.paths.flatMap(toArrow);
        drawn = { opacity, reveal, arrows };
      }
    },
  };
}
