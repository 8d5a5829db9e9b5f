import { GPUInitializationError, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { diffFrame } from '../core/diff-frame.ts';
import type { Frame } from '../core/frame.ts';
import { ringsOf } from '../core/rings-of.ts';
import type { Stage, StageOptions } from '../core/stage.ts';
import type { Story, StoryLayer } from '../core/story.ts';
import { cardSides, type Viewport } from '../core/viewport.ts';
import { type ComposedStyle, composeStyle } from '../style/compose-style.ts';
import { NAME_SIZE } from '../style/place-layers.ts';
import { applyLabels, applyLayers, type StoryLayers } from './apply-frame.ts';
import { openAtlas } from './atlas-protocol.ts';
import { createDatedAreaLayer } from './dated-area-layer.ts';
import { createDatedLineLayer } from './dated-line-layer.ts';
import { keepNamesClear } from './keep-clear.ts';
import type { MovingLayer, MovingRun } from './moving-layer.ts';
import { createPaintedLayer } from './painted-layer.ts';
import { createRouteLayer } from './route-layer.ts';
import { createSettling } from './settling.ts';
import { pointOf, positionAt } from './sight.ts';
import { addUnitTags } from './unit-tag.ts';
import { limitCamera, STORY_MOVE, watchUserCamera } from './user-camera.ts';

/** A stage that draws on a live map, with the map for tests and tools. */
export interface MapStage extends Stage {
  map: MapLibreMap;
}

/** A run with the layer of the style that it stands under. */
type Run = MovingRun & { above: string };

const NOT_WANTED = 'The map is no longer wanted.';
const NO_GRAPHICS =
  'This browser cannot draw the map: it has no WebGL 2. All of the story can be read.';

function createMovingLayer(story: Story, layer: StoryLayer): MovingLayer | undefined {
  const { kind, within = '', side } = layer;
  const ground = ringsOf(story.data[within]?.features ?? []);
  if (kind === 'dated-area') return createDatedAreaLayer(ground);
  if (kind === 'dated-line') return createDatedLineLayer(ground);
  return kind === 'route' ? createRouteLayer(side) : undefined;
}

/** A story's moving layers, those that stand under the same layer of the style in one run. */
function createMovingRuns(story: Story, before: ComposedStyle['before']): Run[] {
  const runs = new Map<string, Map<string, MovingLayer>>();
  for (const layer of story.layers) {
    const moving = createMovingLayer(story, layer);
    const above = before.get(layer.id) ?? '';
    if (moving) runs.set(above, (runs.get(above) ?? new Map()).set(layer.id, moving));
  }
  return [...runs].map(([above, layers]) => ({
    id: [...layers.keys()].map((id) => `story-${id}`).join(' '),
    layers,
    above,
  }));
}

function createMap(container: HTMLElement, { style }: ComposedStyle, viewport: Viewport) {
  setWorkerUrl(workerUrl);
  const map = new MapLibreMap({
    container,
    style,
    fadeDuration: 0,
    interactive: true,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    keyboard: false,
    attributionControl: false,
    trackResize: false,
    maxPitch: 60,
    validateStyle: import.meta.env.DEV,
  });
  map.setTransformConstrain(limitCamera(map));
  map.touchZoomRotate.disableRotation();
  map.setPadding(viewport.padding);
  map.getCanvas().tabIndex = -1;
  return map;
}

/**
 * MapLibre cuts a tile's lines finer for the globe than for the flat map, and asks which of the two
 * is shown when the tile is loaded. A tile that both show would then differ with the way by which
 * the reader came. Here all tiles are cut for the globe: a style just loaded is on the globe.
 */
function cutForTheGlobe({ style: { projection } }: MapLibreMap): void {
  const { subdivisionGranularity: value } = projection ?? {};
  if (projection) Object.defineProperty(projection, 'subdivisionGranularity', { value });
}

/**
 * MapLibre completes the edge of an elevation tile by the tiles beside it, if they happen to be there:
 * one that lies beyond the globe's edge may have been seen on the way. Ours end at the edge that they
 * share (relief-tile.ts) and need no others.
 */
function keepTilesApart(map: MapLibreMap): void {
  Object.assign(map.getSource('atlas-relief') as object, { _getNeighboringTiles: () => ({}) });
}

/** Resolves when a map has its style. Rejects where it is no longer wanted by then, and takes it away. */
function loadStyle(map: MapLibreMap, signal: StageOptions['signal']): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      map.remove();
      reject(new Error(NOT_WANTED));
    };
    signal?.addEventListener('abort', leave);
    map.once('style.load', () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    });
  });
}

/**
 * A stage on a live MapLibre map in `container`. Nothing on it is set off by events or transitions:
 * the last applied frame is the whole picture, also after the graphics context was lost and came
 * back. Rejects with a message for the reader where the browser cannot draw a map.
 */
export async function createMapStage(options: StageOptions): Promise<MapStage> {
  const { story, viewport, covers, signal, onError, onUserCamera } = options;
  const composed = composeStyle(story, await openAtlas());
  if (signal?.aborted) throw new Error(NOT_WANTED);
  const { fixed, before } = composed;
  const map = tryCreate(options.container as HTMLElement, composed, viewport);
  const settling = createSettling(map);
  const runs = createMovingRuns(story, before);
  const layers: StoryLayers = { fixed, moving: runs };
  let frame: Frame | undefined;
  let shown = viewport;
  const taken = () => ({
    boxes: [...cardSides(shown), ...(covers?.boxes() ?? [])],
    bar: shown.bar,
  });
  let isOutdated = () => false;
  const prepare = (): void => {
    cutForTheGlobe(map);
    keepTilesApart(map);
    addUnitTags(map);
    isOutdated = keepNamesClear(map, taken);
    for (const { id, layers: moving, above } of runs) {
      const paints = [...moving.values()].map(({ paint }) => paint);
      map.addLayer(createPaintedLayer(id, paints), above);
    }
  };
  const apply: Stage['apply'] = (next, { keepCamera = false } = {}) => {
    const diff = diffFrame(frame, next);
    if (!Object.values(diff).some(Boolean)) return;
    settling.changed();
    if (diff.camera && !keepCamera) map.jumpTo(next.camera, STORY_MOVE);
    if (diff.layers) applyLayers(map, layers, { before: frame, after: next });
    if (diff.placeNames) map.setGlobalStateProperty('names', next.placeNames);
    if (diff.labels) applyLabels(map, frame?.labels ?? [], next.labels);
    frame = keepCamera && frame ? { ...next, camera: frame.camera } : next;
    map.triggerRepaint();
  };
  watchUserCamera(map, (camera) => {
    frame = frame && { ...frame, camera };
    onUserCamera(camera);
  });
  map.on('error', ({ error }) => console.error('Map:', error?.message ?? error));
  await loadStyle(map, signal);
  prepare();
  map.on('style.load', () => {
    prepare();
    const last = frame;
    frame = undefined;
    if (last) apply(last);
    // Only lost graphics that come back load the style again.
    onError('');
  });
  // What hides no name and frees none asks for no other picture.
  const unwatch = covers?.watch(() => {
    if (isOutdated()) map.triggerRepaint();
  });
  map.on('webglcontextlost', () => onError('The map was interrupted. It comes back by itself.'));
  return {
    map,
    apply,
    resize(next) {
      const { padding, kind, scale = 1 } = next;
      shown = next;
      map.resize(STORY_MOVE);
      map.setPadding(padding, STORY_MOVE);
      map.setGlobalStateProperty('scale', scale);
      map.setLayoutProperty('story-place-names', 'text-size', NAME_SIZE[kind] * scale);
      frame = undefined;
      settling.changed();
    },
    project: (position) => pointOf(map, position),
    unproject: (point) => positionAt(map, point),
    settled: settling.settled,
    destroy() {
      unwatch?.();
      map.remove();
    },
  };
}

function tryCreate(...what: Parameters<typeof createMap>): MapLibreMap {
  try {
    return createMap(...what);
  } catch (error) {
    if (error instanceof GPUInitializationError) throw new Error(NO_GRAPHICS, { cause: error });
    throw error;
  }
}
