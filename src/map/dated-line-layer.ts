import type { FrameDatedLine } from '../core/frame.ts';
import { measureRing } from '../core/geodesy.ts';
import type { LngLat } from '../core/story.ts';
import { FRONT_CORE, HALO_BANDS, haloWidth } from '../style/strokes.ts';
import { drawOnceInside, drawWhere, INSIDE, markInside, withStencil } from './mask.ts';
import { ringTriangles, strokeStrip } from './mesh.ts';
import type { MovingLayer } from './moving-layer.ts';
import type { Brush } from './painted-layer.ts';
import { frontShader, haloShader } from './shaders.ts';
import { drawStroke } from './stroke.ts';

/** The stencil bits of the halo's bands. */
const BITS = [8, 16, 32, 64];

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
    strip: strokeStrip(measureRing(ring).area > 0 ? ring.toReversed() : ring),
  }));
  return {
    opacity,
    broken: continuous ? 0 : 1,
    uncertainty,
    latitude: middle?.[1] ?? 0,
    strips: [{ name: 'line', strip: strokeStrip(line) }, ...rings],
  };
}

/** Nested bands, each drawn once a pixel, so that a sharp bend is no darker than a straight. */
function drawHalo(brush: Brush, drawn: Drawn): void {
  const { gl, zoom } = brush;
  const width = haloWidth(zoom, drawn);
  if (width < FRONT_CORE) return;
  const program = brush.use(haloShader);
  HALO_BANDS.forEach(([part, opacity], i) => {
    drawOnceInside(gl, BITS[i]!);
    program.set({ u_opacity: opacity * drawn.opacity });
    for (const strip of drawn.strips) {
      drawStroke(brush, program, { ...strip, halfWidth: width * part });
    }
  });
}

function drawFront(brush: Brush, drawn: Drawn): void {
  const program = brush.use(frontShader);
  program.set({ u_opacity: drawn.opacity, u_broken: drawn.broken });
  for (const strip of drawn.strips) {
    drawStroke(brush, program, { ...strip, halfWidth: FRONT_CORE + 1 });
  }
}

/** The front, cut to the ground inside `within`, so that it ends at the coast. */
export function createDatedLineLayer(within: readonly LngLat[][]): MovingLayer {
  const ground = ringTriangles(within);
  let drawn: Drawn | undefined;
  return {
    paint(brush) {
      const now = drawn;
      if (!now) return;
      withStencil(brush, () => {
        markInside(brush, INSIDE, { name: 'within', triangles: ground });
        drawHalo(brush, now);
        drawWhere(brush.gl, INSIDE, INSIDE);
        drawFront(brush, now);
      });
    },
    set(part) {
      drawn = part?.kind === 'dated-line' ? toDrawn(part) : undefined;
    },
  };
}
