import type { GlProgram } from './gl-program.ts';
import { STROKE_FLOATS } from './mesh.ts';
import type { Brush } from './painted-layer.ts';

/** Offsets and sizes, in floats, of a stroke vertex's attributes, in their locations' order. */
const ATTRIBUTES = [
  { offset: 0, size: 2 },
  { offset: 2, size: 2 },
  { offset: 4, size: 2 },
  { offset: 6, size: 1 },
  { offset: 7, size: 1 },
];

/** Draws a strip from {@link strokeStrip} with a stroke program, `halfWidth` CSS pixels each side. */
export function drawStroke(
  brush: Brush,
  program: GlProgram,
  stroke: { name: string; strip: Float32Array; halfWidth: number },
): void {
  const { gl, worldSize } = brush;
  brush.bind(stroke.name, stroke.strip);
  ATTRIBUTES.forEach(({ offset, size }, location) => {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, size, gl.FLOAT, false, STROKE_FLOATS * 4, offset * 4);
  });
  program.set({ u_half_width: stroke.halfWidth, u_world_size: worldSize });
  gl.drawArrays(gl.TRIANGLE_STRIP, 0, stroke.strip.length / STROKE_FLOATS);
}
