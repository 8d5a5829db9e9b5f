import type { FrameDatedArea } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import { rgb } from './gl-program.ts';
import {
  drawWhere,
  ENCLAVE,
  INSIDE,
  markRing,
  markTriangles,
  NORTH,
  pointAtPairs,
  withStencil,
} from './mask.ts';
import { ringFan } from './mesh.ts';
import type { MovingLayer } from './moving-layer.ts';
import { type Brush, createPaintedLayer } from './painted-layer.ts';
import { areaShader } from './shaders.ts';

/** What of an area layer goes to the graphics card. */
interface Drawn {
  opacity: number;
  rings: { name: string; fan: Float32Array }[];
}

/** Stencil values that the south holds: outside the north's ring, or in one of its enclaves. */
const SOUTH_VALUES = [INSIDE, INSIDE | ENCLAVE, INSIDE | NORTH | ENCLAVE];

function toDrawn({ opacity, north, enclaves }: FrameDatedArea): Drawn {
  const rings = enclaves.map(({ ring }, i) => ({ name: `enclave ${i}`, fan: ringFan(ring) }));
  return { opacity, rings: [{ name: 'north', fan: ringFan(north) }, ...rings] };
}

function fill(brush: Brush, triangles: Float32Array, { opacity }: Drawn): void {
  const { gl, map } = brush;
  const program = brush.use(areaShader);
  brush.bind('within', triangles);
  pointAtPairs(gl);
  gl.uniform1f(program.uniform('u_opacity'), opacity);
  gl.uniform1f(program.uniform('u_pixel_ratio'), map.getPixelRatio());
  gl.uniform2f(program.uniform('u_anchor'), triangles[0] ?? 0, triangles[1] ?? 0);
  const cover = (value: number): void => {
    drawWhere(gl, value);
    gl.drawArrays(gl.TRIANGLES, 0, triangles.length / 2);
  };
  gl.uniform3f(program.uniform('u_color'), ...rgb(palette.north));
  gl.uniform1f(program.uniform('u_hatch'), 1);
  cover(INSIDE | NORTH);
  gl.uniform3f(program.uniform('u_color'), ...rgb(palette.south));
  gl.uniform1f(program.uniform('u_hatch'), 0);
  SOUTH_VALUES.forEach(cover);
}

/**
 * Who held what: the ground within `triangles` (Web Mercator, 0 to 1), hatched north of the front
 * and plain south of it. Cut by a stencil, so the front may move freely without clipping polygons.
 */
export function createDatedAreaLayer(id: string, triangles: Float32Array): MovingLayer {
  let drawn: Drawn | undefined;
  const layer = createPaintedLayer(id, (brush) => {
    const now = drawn;
    if (!now) return;
    withStencil(brush, () => {
      markTriangles(brush, 'within', triangles);
      for (const ring of now.rings) markRing(brush, ring.name === 'north' ? NORTH : ENCLAVE, ring);
      fill(brush, triangles, now);
    });
  });
  return {
    layer,
    set(part) {
      drawn = part?.kind === 'dated-area' ? toDrawn(part) : undefined;
    },
  };
}
