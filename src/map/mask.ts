import type { Brush } from './painted-layer.ts';
import { areaShader } from './shaders.ts';

/** Stencil bit of what lies inside a layer's `within`. */
export const INSIDE = 1;
/** Stencil bit of what lies north of the front. */
export const NORTH = 2;
/** Stencil bit of what lies in an enclave. */
export const ENCLAVE = 4;

/** What is drawn is seen or not, and flips the bits of `written` in the stencil. */
function aim(gl: WebGL2RenderingContext, isSeen: boolean, written: number): void {
  gl.colorMask(isSeen, isSeen, isSeen, isSeen);
  gl.stencilMask(written);
  gl.stencilOp(gl.KEEP, gl.KEEP, gl.INVERT);
}

function clearStencil(gl: WebGL2RenderingContext): void {
  aim(gl, true, 0xff);
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
  gl.enable(gl.STENCIL_TEST);
  draw();
  gl.disable(gl.STENCIL_TEST);
  clearStencil(gl);
}

/** Draws only where the stencil is `value`. */
export function drawWhere(gl: WebGL2RenderingContext, value: number, mask = 0xff): void {
  aim(gl, true, 0);
  gl.stencilFunc(gl.EQUAL, value, mask);
}

/** Draws only inside, and each pixel once: those already drawn carry `bit`. */
export function drawOnceInside(gl: WebGL2RenderingContext, bit: number): void {
  aim(gl, true, bit);
  gl.stencilFunc(gl.EQUAL, INSIDE, INSIDE | bit);
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
  aim(gl, false, bit);
  gl.stencilFunc(gl.ALWAYS, bit, 0xff);
  brush.bind(rings.name, rings.triangles);
  pointAtPairs(gl);
  gl.drawArrays(gl.TRIANGLES, 0, rings.triangles.length / 2);
}
