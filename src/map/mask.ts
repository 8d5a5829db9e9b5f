import type { Brush } from './painted-layer.ts';
import { areaShader } from './shaders.ts';

/** Stencil bit of what lies inside a layer's `within`. */
export const INSIDE = 1;
/** Stencil bit of what lies north of the front. */
export const NORTH = 2;
/** Stencil bit of what lies in an enclave. */
export const ENCLAVE = 4;

function clearStencil(gl: WebGL2RenderingContext): void {
  gl.colorMask(true, true, true, true);
  gl.stencilMask(0xff);
  gl.clearStencil(0);
  gl.clear(gl.STENCIL_BUFFER_BIT);
}

/**
 * Runs `draw` with an empty stencil, and leaves it empty.
 *
 * MapLibre keeps its own masks there for as long as layers of one source follow each other, so the
 * layers next below and next above a masked layer must have different sources (compose-style.ts). So
 * the atlas's ground and its linework are two sources of the same tiles.
 */
export function withStencil({ gl }: Brush, draw: () => void): void {
  clearStencil(gl);
  gl.disable(gl.DEPTH_TEST);
  gl.enable(gl.STENCIL_TEST);
  draw();
  clearStencil(gl);
}

function writeBit(gl: WebGL2RenderingContext, bit: number, operation: number): void {
  gl.colorMask(false, false, false, false);
  gl.stencilMask(bit);
  gl.stencilFunc(gl.ALWAYS, bit, 0xff);
  gl.stencilOp(gl.KEEP, gl.KEEP, operation);
}

/** Draws only where the stencil is `value`. */
export function drawWhere(gl: WebGL2RenderingContext, value: number, mask = 0xff): void {
  gl.colorMask(true, true, true, true);
  gl.stencilMask(0);
  gl.stencilFunc(gl.EQUAL, value, mask);
  gl.stencilOp(gl.KEEP, gl.KEEP, gl.KEEP);
}

/** Draws only inside, and each pixel once: those already drawn carry `bit`. */
export function drawOnceInside(gl: WebGL2RenderingContext, bit: number): void {
  gl.colorMask(true, true, true, true);
  gl.stencilMask(bit);
  gl.stencilFunc(gl.EQUAL, INSIDE, INSIDE | bit);
  gl.stencilOp(gl.KEEP, gl.KEEP, gl.INVERT);
}

/** Points the position attribute at the bound buffer of `[x, y]` pairs. */
export function pointAtPairs(gl: WebGL2RenderingContext): void {
  gl.disableVertexAttribArray(1);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
}

/**
 * Sets `bit` in the stencil inside rings, from {@link ringTriangles}: each triangle flips it, so
 * that it stays where an odd number of them lies.
 */
export function markInside(
  brush: Brush,
  bit: number,
  rings: { name: string; triangles: Float32Array },
): void {
  const { gl } = brush;
  brush.use(areaShader);
  writeBit(gl, bit, gl.INVERT);
  brush.bind(rings.name, rings.triangles);
  pointAtPairs(gl);
  gl.drawArrays(gl.TRIANGLES, 0, rings.triangles.length / 2);
}
