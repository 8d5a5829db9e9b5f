import type { FrameDatedArea } from '../core/frame.ts';
import { palette } from '../core/palette.ts';
import type { LngLat } from '../core/story.ts';
import { rgb } from './gl-program.ts';
import {
  drawWhere,
  ENCLAVE,
  INSIDE,
  markInside,
  NORTH,
  pointAtPairs,
  withStencil,
} from './mask.ts';
import { coverOf, ringTriangles } from './mesh.ts';
import type { MovingLayer } from './moving-layer.ts';
import type { Brush } from './painted-layer.ts';
import { areaShader } from './shaders.ts';

/** What of an area layer goes to the graphics card. */
interface Drawn {
  opacity: number;
  north: Float32Array;
  enclaves: Float32Array;
}

/** Stencil values of what the south holds in its enclaves, where the north's ring is and where not. */
const ENCLAVE_VALUES = [INSIDE | ENCLAVE, INSIDE | NORTH | ENCLAVE];

function toDrawn({ opacity, north, enclaves }: FrameDatedArea): Drawn {
  const rings = enclaves.map(({ ring }) => ring);
  return { opacity, north: ringTriangles([north]), enclaves: ringTriangles(rings) };
}

function fill(brush: Brush, cover: Float32Array, { opacity, enclaves }: Drawn): void {
  const { gl, ratio } = brush;
  const program = brush.use(areaShader);
  brush.bind('cover', cover);
  pointAtPairs(gl);
  program.set({
    u_opacity: opacity,
    u_pixel_ratio: ratio,
    u_anchor: [cover[0] ?? 0, cover[1] ?? 0],
  });
  const paint = (value: number): void => {
    drawWhere(gl, value);
    gl.drawArrays(gl.TRIANGLES, 0, cover.length / 2);
  };
  program.set({ u_color: rgb(palette.north), u_hatch: 1 });
  paint(INSIDE | NORTH);
  program.set({ u_color: rgb(palette.south), u_hatch: 0 });
  paint(INSIDE);
  if (enclaves.length > 0) ENCLAVE_VALUES.forEach(paint);
}

/**
 * Who held what: the ground inside `within`, hatched north of the front and plain south of it. Cut
 * by a stencil, so the front may move freely without clipping polygons.
 */
export function createDatedAreaLayer(within: readonly LngLat[][]): MovingLayer {
  const ground = ringTriangles(within);
  const cover = coverOf(within);
  let drawn: Drawn | undefined;
  return {
    paint(brush) {
      const now = drawn;
      if (!now) return;
      withStencil(brush, () => {
        markInside(brush, INSIDE, { name: 'within', triangles: ground });
        markInside(brush, NORTH, { name: 'north', triangles: now.north });
        if (now.enclaves.length > 0)
          markInside(brush, ENCLAVE, { name: 'enclaves', triangles: now.enclaves });
        fill(brush, cover, now);
      });
    },
    set(part) {
      drawn = part?.kind === 'dated-area' ? toDrawn(part) : undefined;
    },
  };
}
