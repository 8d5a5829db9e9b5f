import type { FrameDatedLine } from '../core/frame.ts';
import { measureRing } from '../core/geodesy.ts';
import type { LngLat } from '../core/story.ts';
import { drawOnceInside, drawWhere, INSIDE, markInside, withStencil } from './mask.ts';
import { ringTriangles, strokeStrip } from './mesh.ts';
import type { MovingLayer } from './moving-layer.ts';
import { type Brush, createPaintedLayer } from './painted-layer.ts';
import { FRONT_CORE, frontShader, haloShader } from './shaders.ts';
import { drawStroke } from './stroke.ts';

/** The widest halo, CSS pixels each side: beyond it a front would hide the map it lies on. */
const WIDEST_HALO = 44;
/** The halo's bands, from the widest in: part of its width, opacity, and a stencil bit of its own. */
const BANDS = [
  [1, 0.07, 8],
  [0.72, 0.08, 16],
  [0.46, 0.09, 32],
  [0.24, 0.1, 64],
] as const;
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

/** How many CSS pixels the line may be off, at its own latitude. */
function haloPixels({ worldSize }: Brush, { uncertainty, latitude }: Drawn): number {
  const metres = EARTH_CIRCUMFERENCE * Math.cos((latitude * Math.PI) / 180);
  return Math.min((uncertainty * 1000 * worldSize) / metres, WIDEST_HALO);
}

/** Nested bands, each drawn once a pixel, so that a sharp bend is no darker than a straight. */
function drawHalo(brush: Brush, drawn: Drawn): void {
  const { gl } = brush;
  const width = haloPixels(brush, drawn);
  if (width < FRONT_CORE) return;
  const program = brush.use(haloShader);
  for (const [part, opacity, bit] of BANDS) {
    drawOnceInside(gl, bit);
    program.set({ u_opacity: opacity * drawn.opacity });
    for (const strip of drawn.strips) {
      drawStroke(brush, program, { ...strip, halfWidth: width * part });
    }
  }
}

function drawFront(brush: Brush, drawn: Drawn): void {
  const program = brush.use(frontShader);
  program.set({ u_opacity: drawn.opacity, u_broken: drawn.broken });
  for (const strip of drawn.strips) {
    drawStroke(brush, program, { ...strip, halfWidth: FRONT_CORE + 1 });
  }
}

/** The front, cut to the ground inside `within`, so that it ends at the coast. */
export function createDatedLineLayer(id: string, within: readonly LngLat[][]): MovingLayer {
  const ground = ringTriangles(within);
  let drawn: Drawn | undefined;
  const layer = createPaintedLayer(id, (brush) => {
    const now = drawn;
    if (!now) return;
    withStencil(brush, () => {
      markInside(brush, INSIDE, { name: 'within', triangles: ground });
      drawHalo(brush, now);
      drawWhere(brush.gl, INSIDE, INSIDE);
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
