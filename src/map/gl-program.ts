import type { CustomRenderMethodInput } from 'maplibre-gl';

/** Values of uniforms by name: numbers, vectors of 2 to 4 numbers, 4 by 4 matrices. */
export type Uniforms = Readonly<Record<string, number | ArrayLike<number>>>;

/** A linked program that draws in the map's own projection, flat or globe. */
export interface GlProgram {
  /** Makes it current, with the camera of this picture; on the flat map it draws `world` worlds to the east. */
  use(input: CustomRenderMethodInput, world: number): void;
  /** Sets uniforms of the current program. It keeps them, so only what is new goes to the card. */
  set(uniforms: Uniforms): void;
}

function compileShader(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader {
  // Never null: MapLibre draws nothing while the context is lost.
  const shader = gl.createShader(type) as WebGLShader;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
    throw new Error(`A shader did not compile: ${gl.getShaderInfoLog(shader) ?? ''}`);
  }
  return shader;
}

function setUniform(
  gl: WebGL2RenderingContext,
  location: WebGLUniformLocation | null,
  values: readonly number[],
): void {
  if (values.length === 16) gl.uniformMatrix4fv(location, false, values);
  else gl[`uniform${values.length as 1 | 2 | 3 | 4}fv`](location, values);
}

function isSame(values: ArrayLike<number>, before: readonly number[]): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== before[i]) return false;
  return true;
}

/** A matrix of the flat map that draws so many worlds to the east. */
function inWorld(matrix: ArrayLike<number>, world: number): number[] {
  return Array.from(matrix, (value, i) => (i < 12 ? value : value + world * matrix[i - 12]!));
}

/** The camera of a picture, as MapLibre's vertex prelude names it. The globe has one world. */
function cameraOf(
  { defaultProjectionData: data, shaderData }: CustomRenderMethodInput,
  world: number,
): Uniforms {
  const isFlat = shaderData.variantName === 'mercator';
  return {
    u_projection_matrix: isFlat ? inWorld(data.mainMatrix, world) : data.mainMatrix,
    u_projection_fallback_matrix: inWorld(data.fallbackMatrix, world),
    u_projection_tile_mercator_coords: data.tileMercatorCoords,
    u_projection_clipping_plane: data.clippingPlane,
    u_projection_transition: data.projectionTransition,
  };
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
  const held = new Map<string, { location: WebGLUniformLocation | null; values: number[] }>();
  let camera: CustomRenderMethodInput | undefined;
  let drawnIn = 0;
  const set: GlProgram['set'] = (uniforms) => {
    for (const name in uniforms) {
      const value = uniforms[name] ?? 0;
      const uniform = held.get(name) ?? {
        location: gl.getUniformLocation(program, name),
        values: [],
      };
      held.set(name, uniform);
      const values = typeof value === 'number' ? [value] : value;
      if (isSame(values, uniform.values)) continue;
      uniform.values = Array.from(values);
      setUniform(gl, uniform.location, uniform.values);
    }
  };
  return {
    set,
    use(current, world) {
      gl.useProgram(program);
      // A layer comes back to its programs many times in one picture.
      if (camera !== current || drawnIn !== world) set(cameraOf(current, world));
      camera = current;
      drawnIn = world;
    },
  };
}

/** `#rrggbb` as red, green and blue from 0 to 1. */
export function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
