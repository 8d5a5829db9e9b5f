import type { FrameDatedLine } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import { rgb } from './gl-program.ts';
import { drawWhere, INSIDE, markTriangles, withStencil } from './mask.ts';
import { strokeStrip } from './mesh.ts';
import type { MovingLayer } from './moving-layer.ts';
import { type Brush, createPaintedLayer } from './painted-layer.ts';
import { frontShader } from './shaders.ts';
import { drawStroke } from './stroke.ts';

/** Half of the stroke's width, CSS pixels. */
const CORE = 3.4;
/** The widest halo, CSS pixels each side: beyond it a front would hide the map it lies on. */
const WIDEST_HALO = 44;
const EARTH_CIRCUMFERENCE = 40_075_016.686;

/** What of a front goes to the graphics card. */
interface Drawn {
  opacity: number;
  broken: number;
  uncertainty: number;
  latitude: number;
  strips: { name: string; strip: Float32Array }[];
}

function toDrawn({ opacity, line, enclaves, uncertainty, continuous }: FrameDatedLine): Drawn {
  const middle = line[Math.floor(line.length / 2)];
  const rings = enclaves.map(({ ring }, i) => ({
    name: `enclave ${i}`,
    // The enclave is held by the south, so its ring must have the north on its left: outside.
    strip: strokeStrip(clockwise(ring)),
  }));
  return {
    opacity,
    broken: continuous ? 0 : 1,
    uncertainty,
    latitude: middle?.[1] ?? 0,
    strips: [{ name: 'line', strip: strokeStrip(line) }, ...rings],
  };
}

function clockwise(ring: FrameDatedLine['line']): FrameDatedLine['line'] {
  const area = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return area > 0 ? [...ring].reverse() : ring;
}

/** How many CSS pixels the line may be off, at its own latitude. */
function haloPixels({ worldSize }: Brush, { uncertainty, latitude }: Drawn): number {
  const metres = EARTH_CIRCUMFERENCE * Math.cos((latitude * Math.PI) / 180);
  return Math.min((uncertainty * 1000 * worldSize) / metres, WIDEST_HALO);
}

function drawFront(brush: Brush, drawn: Drawn): void {
  const { gl } = brush;
  const program = brush.use(frontShader);
  const halo = haloPixels(brush, drawn);
  gl.uniform3f(program.uniform('u_north'), ...rgb(palette.north));
  gl.uniform3f(program.uniform('u_south'), ...rgb(palette.south));
  gl.uniform3f(program.uniform('u_paper'), ...rgb(palette.paper));
  gl.uniform3f(program.uniform('u_ink'), ...rgb(palette.softInk));
  gl.uniform1f(program.uniform('u_opacity'), drawn.opacity);
  gl.uniform1f(program.uniform('u_core'), CORE);
  gl.uniform1f(program.uniform('u_halo'), halo);
  gl.uniform1f(program.uniform('u_broken'), drawn.broken);
  for (const strip of drawn.strips) {
    drawStroke(brush, program, { ...strip, halfWidth: Math.max(CORE + 1, halo) });
  }
}

/** The front, cut to the ground within `triangles` (Web Mercator, 0 to 1), so it ends at the coast. */
export function createDatedLineLayer(id: string, triangles: Float32Array): MovingLayer {
  let drawn: Drawn | undefined;
  const layer = createPaintedLayer(id, (brush) => {
    const now = drawn;
    if (!now) return;
    withStencil(brush, () => {
      if (triangles.length > 0) markTriangles(brush, 'within', triangles);
      drawWhere(brush.gl, triangles.length > 0 ? INSIDE : 0, INSIDE);
      drawFront(brush, now);
    });
  });
  return {
    layer,
    set(part) {
      drawn = part?.kind === 'dated-line' ? toDrawn(part) : undefined;
    },
  };
}
