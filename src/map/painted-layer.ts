import type {
  CustomLayerInterface,
  CustomRenderMethodInput,
  Map as MapLibreMap,
} from 'maplibre-gl';
import { createProgram, type GlProgram } from './gl-program.ts';

/** What a painter draws with. */
export interface Brush {
  gl: WebGL2RenderingContext;
  /** Device pixels in a CSS pixel. */
  ratio: number;
  /** A program of this layer for the present projection, current and with its camera set. */
  use(source: ShaderSource): GlProgram;
  /** A buffer of this layer by name, bound; `data` is uploaded only when it is another array. */
  bind(name: string, data: Float32Array): void;
  zoom: number;
  /** The camera's centre on the Web Mercator unit square, west to east. */
  center: number;
  /** How many worlds to the east programs draw on the flat map; 0 at first. */
  world: number;
  /** CSS pixels of the world's width. */
  worldSize: number;
}

/** A vertex and a fragment shader (GLSL ES 3.00 without head). */
export interface ShaderSource {
  vertex: string;
  fragment: string;
}

/** Draws a story layer's present picture, with no stencil test and no depth test. */
export type Paint = (brush: Brush) => void;

/** GL objects of one layer in one context. */
type Buffers = Map<string, { buffer: WebGLBuffer; data: Float32Array | undefined }>;

/** Programs by projection and source: all layers of a context share them, and what camera they have. */
const programsOf = new WeakMap<WebGL2RenderingContext, Map<string, Map<ShaderSource, GlProgram>>>();

function bindBuffer(gl: WebGL2RenderingContext, held: Buffers, name: string, data: Float32Array) {
  const entry = held.get(name) ?? { buffer: gl.createBuffer(), data: undefined };
  held.set(name, entry);
  gl.bindBuffer(gl.ARRAY_BUFFER, entry.buffer);
  if (entry.data === data) return;
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
  entry.data = data;
}

function useProgram(
  { gl, ratio, world }: Brush,
  input: CustomRenderMethodInput,
  source: ShaderSource,
) {
  const projections = programsOf.get(gl) ?? new Map<string, Map<ShaderSource, GlProgram>>();
  programsOf.set(gl, projections);
  const { variantName } = input.shaderData;
  const programs = projections.get(variantName) ?? new Map<ShaderSource, GlProgram>();
  projections.set(variantName, programs);
  const program = programs.get(source) ?? createProgram(gl, input, source);
  programs.set(source, program);
  program.use(input, world);
  program.set({
    u_half_size: [gl.drawingBufferWidth / ratio / 2, gl.drawingBufferHeight / ratio / 2],
  });
  return program;
}

function createBrush(map: MapLibreMap, held: Buffers, input: CustomRenderMethodInput): Brush {
  const gl = map.painter.context.gl as WebGL2RenderingContext;
  // On a large screen all is drawn as on a small one, seen from nearby.
  const { scale = 1 } = map.getGlobalState();
  const zoom = map.getZoom() - Math.log2(scale);
  const brush: Brush = {
    gl,
    ratio: map.getPixelRatio() * scale,
    zoom,
    center: map.getCenter().lng / 360 + 0.5,
    world: 0,
    worldSize: 512 * 2 ** zoom,
    bind: (name, data) => bindBuffer(gl, held, name, data),
    use: (source) => useProgram(brush, input, source),
  };
  return brush;
}

/**
 * A MapLibre layer that draws with our own programs, straight from the frame: no source, no worker,
 * so what is drawn always belongs to the camera it is drawn with. Its objects live as long as the
 * graphics context; adding it to a new context makes new ones.
 *
 * It draws several pictures, each over the one before, and each with buffers of its own: MapLibre works
 * out a projection for every such layer, and sets all of its graphics state anew after it.
 */
export function createPaintedLayer(id: string, paints: readonly Paint[]): CustomLayerInterface {
  let held: Buffers[] = [];
  let map: MapLibreMap | undefined;
  return {
    id,
    type: 'custom',
    renderingMode: '2d',
    onAdd(added, gl) {
      map = added;
      held = paints.map(() => new Map());
      // All layers are added before one is drawn, also to a context that was lost and came back.
      programsOf.delete(gl);
    },
    onRemove(_, gl) {
      for (const buffers of held)
        for (const { buffer } of buffers.values()) gl.deleteBuffer(buffer);
      map = undefined;
    },
    render(gl, input) {
      if (!map) return;
      gl.disable(gl.DEPTH_TEST);
      for (const [i, paint] of paints.entries()) paint(createBrush(map, held[i]!, input));
    },
  };
}
