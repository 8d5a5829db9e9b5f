import type {
  CustomLayerInterface,
  CustomRenderMethodInput,
  Map as MapLibreMap,
} from 'maplibre-gl';
import { createProgram, type GlProgram } from './gl-program.ts';

/** What a painter draws with. */
export interface Brush {
  gl: WebGL2RenderingContext;
  map: MapLibreMap;
  input: CustomRenderMethodInput;
  /** A program of this layer for the present projection, current and with its camera set. */
  use(source: ShaderSource): GlProgram;
  /** A buffer of this layer by name, bound; `data` is uploaded only when it is another array. */
  bind(name: string, data: Float32Array): void;
  /** CSS pixels of the world's width. */
  worldSize: number;
}

/** A vertex and a fragment shader (GLSL ES 3.00 without head). */
export interface ShaderSource {
  vertex: string;
  fragment: string;
}

/** Draws a layer's present picture. */
export type Paint = (brush: Brush) => void;

/** GL objects of one layer in one context. */
interface Resources {
  programs: Map<string, GlProgram>;
  buffers: Map<string, { buffer: WebGLBuffer; data: Float32Array | undefined }>;
}

function bindBuffer(gl: WebGL2RenderingContext, held: Resources, name: string, data: Float32Array) {
  const entry = held.buffers.get(name) ?? { buffer: gl.createBuffer(), data: undefined };
  held.buffers.set(name, entry);
  gl.bindBuffer(gl.ARRAY_BUFFER, entry.buffer);
  if (entry.data === data) return;
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
  entry.data = data;
}

function createBrush(map: MapLibreMap, held: Resources, input: CustomRenderMethodInput): Brush {
  const gl = map.painter.context.gl as WebGL2RenderingContext;
  const ratio = map.getPixelRatio();
  const prepared = new Set<GlProgram>();
  return {
    gl,
    map,
    input,
    worldSize: 512 * 2 ** map.getZoom(),
    bind: (name, data) => bindBuffer(gl, held, name, data),
    use(source) {
      const key = `${input.shaderData.variantName}\n${source.fragment}`;
      const program = held.programs.get(key) ?? createProgram(gl, input, source);
      held.programs.set(key, program);
      gl.useProgram(program.program);
      // A program keeps its uniforms: within one picture the camera is set once.
      if (prepared.has(program)) return program;
      prepared.add(program);
      program.use(input);
      const half = [gl.drawingBufferWidth, gl.drawingBufferHeight].map((size) => size / ratio / 2);
      gl.uniform2f(program.uniform('u_half_size'), half[0] ?? 1, half[1] ?? 1);
      return program;
    },
  };
}

/**
 * A MapLibre layer that draws with our own programs, straight from the frame: no source, no worker,
 * so what is drawn always belongs to the camera it is drawn with. Its objects live as long as the
 * graphics context; adding it to a new context makes new ones.
 */
export function createPaintedLayer(id: string, paint: Paint): CustomLayerInterface {
  let held: Resources = { programs: new Map(), buffers: new Map() };
  let map: MapLibreMap | undefined;
  return {
    id,
    type: 'custom',
    renderingMode: '2d',
    onAdd(added) {
      map = added;
      held = { programs: new Map(), buffers: new Map() };
    },
    onRemove(_, gl) {
      for (const { program } of held.programs.values()) gl.deleteProgram(program);
      for (const { buffer } of held.buffers.values()) gl.deleteBuffer(buffer);
      map = undefined;
    },
    render(_, input) {
      if (map) paint(createBrush(map, held, input));
    },
  };
}
