import type { GlProgram } from './gl-program.ts';
import { STROKE_FLOATS } from './mesh.ts';
import type { Brush } from './painted-layer.ts';

/** Draws a strip from {@link strokeStrip} with a stroke program, `halfWidth` CSS pixels each side. */
export function drawStroke(
  brush: Brush,
  program: GlProgram,
  stroke: { name: string; strip: Float32Array; halfWidth: number },
): void {
  const { gl, worldSize } = brush;
  brush.bind(stroke.name, stroke.strip);
  for (const half of [0, 1]) {
    gl.enableVertexAttribArray(half);
    gl.vertexAttribPointer(half, 4, gl.FLOAT, false, STROKE_FLOATS * 4, half * 16);
  }
  program.set({ u_half_width: stroke.halfWidth, u_world_size: worldSize });
  gl.drawArrays(gl.TRIANGLE_STRIP, 0, stroke.strip.length / STROKE_FLOATS);
}
