import type { CustomRenderMethodInput } from 'maplibre-gl';

/** A linked program that draws in the map's own projection, flat or globe. */
export interface GlProgram {
  program: WebGLProgram;
  /** Location of a uniform; `null` where the program does not use it. */
  uniform(name: string): WebGLUniformLocation | null;
  /** Makes it current and gives it the camera of this picture. */
  use(input: CustomRenderMethodInput): void;
}

function compileShader(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('The graphics context is lost.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
    throw new Error(`A shader did not compile: ${gl.getShaderInfoLog(shader) ?? ''}`);
  }
  return shader;
}

function setProjection(
  gl: WebGL2RenderingContext,
  program: GlProgram,
  input: CustomRenderMethodInput,
) {
  const data = input.defaultProjectionData;
  gl.uniformMatrix4fv(program.uniform('u_projection_matrix'), false, data.mainMatrix);
  gl.uniformMatrix4fv(program.uniform('u_projection_fallback_matrix'), false, data.fallbackMatrix);
  gl.uniform4f(program.uniform('u_projection_tile_mercator_coords'), ...data.tileMercatorCoords);
  gl.uniform4f(program.uniform('u_projection_clipping_plane'), ...data.clippingPlane);
  gl.uniform1f(program.uniform('u_projection_transition'), data.projectionTransition);
}

/**
 * Links a program for the projection that `input` is drawn in. `vertex` may call MapLibre's
 * `projectTile(vec2)` with Web Mercator coordinates from 0 to 1. Throws where the source does not
 * compile.
 */
export function createProgram(
  gl: WebGL2RenderingContext,
  input: CustomRenderMethodInput,
  source: { vertex: string; fragment: string },
): GlProgram {
  const { vertexShaderPrelude, define } = input.shaderData;
  const program = gl.createProgram();
  const head = '#version 300 es\nprecision highp float;\n';
  const vertex = `${head}${vertexShaderPrelude}\n${define}\n${source.vertex}`;
  gl.attachShader(program, compileShader(gl, gl.VERTEX_SHADER, vertex));
  gl.attachShader(program, compileShader(gl, gl.FRAGMENT_SHADER, head + source.fragment));
  gl.linkProgram(program);
  const locations = new Map<string, WebGLUniformLocation | null>();
  const result: GlProgram = {
    program,
    uniform(name) {
      if (!locations.has(name)) locations.set(name, gl.getUniformLocation(program, name));
      return locations.get(name) ?? null;
    },
    use(current) {
      gl.useProgram(program);
      setProjection(gl, result, current);
    },
  };
  return result;
}

/** `#rrggbb` as red, green and blue from 0 to 1. */
export function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
