import type { Map as MapLibreMap } from 'maplibre-gl';
import { diffFrame } from '../core/diff-frame.ts';
import type { Frame } from '../core/frame.ts';
import { ringsOf } from '../core/rings-of.ts';
import { LATE, type Stage, type StageOptions, type Trouble } from '../core/stage.ts';
import type { Story, StoryLayer } from '../core/story.ts';
import { cardSides } from '../core/viewport.ts';
import { fetchChecked, wrong } from '../net/fetch-checked.ts';
import type { Shortage } from '../net/needs.ts';
import { type ComposedStyle, composeStyle } from '../style/compose-style.ts';
import { NAME_SIZE } from '../style/place-layers.ts';
import { applyLabels, applyLayers, type StoryLayers } from './apply-frame.ts';
import { openAtlas } from './atlas-protocol.ts';
import { cutForTheGlobe, keepTilesApart, tryCreateMap } from './create-map.ts';
import { createDatedAreaLayer } from './dated-area-layer.ts';
import { createDatedLineLayer } from './dated-line-layer.ts';
import { keepNamesClear } from './keep-clear.ts';
import type { MovingLayer, MovingRun } from './moving-layer.ts';
import { createPaintedLayer } from './painted-layer.ts';
import { createRemoval } from './release-styles.ts';
import { createRouteLayer } from './route-layer.ts';
import { createSettling } from './settling.ts';
import { pointOf, positionAt } from './sight.ts';
import { createSupply, type Supply } from './supply.ts';
import { addUnitTags } from './unit-tag.ts';
import { STORY_MOVE, watchUserCamera } from './user-camera.ts';
import { watchMap } from './watch-map.ts';
import { WORKER } from './worker-address.ts';

/** A stage that draws on a live map, with the map for tests and tools. */
export interface MapStage extends Stage {
  map: MapLibreMap;
}

/** A run with the layer of the style that it stands under. */
type Run = MovingRun & { above: string };

const NOT_WANTED = 'The map is no longer wanted.';

const TROUBLE: Readonly<Record<Shortage, Trouble | undefined>> = {
  none: undefined,
  late: LATE,
  failing: {
    kind: 'failing',
    message:
      'Part of the map could not be loaded. It is being tried again and will come by itself.',
  },
};

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

/** Resolves when a map has its style. Rejects where it is no longer wanted by then. */
function loadStyle(map: MapLibreMap, signal: StageOptions['signal']): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new Error(NOT_WANTED));
    signal?.addEventListener('abort', leave);
    map.once('style.load', () => {
      signal?.removeEventListener('abort', leave);
      resolve();
    });
  });
}

/** Makes sure that the script of the worker is there, past the browser's cache, in which something else may be. */
async function checkWorker(): Promise<void> {
  const { headers, url } = await fetchChecked(WORKER, { fresh: true });
  const isScript = /javascript/.test(headers.get('content-type') ?? '');
  if (!isScript) throw wrong('it is no script', url);
}

/** Gets what a map is made of, and makes it. Rejects where the map is no longer wanted, or the browser cannot draw it. */
async function prepareMap(options: StageOptions, supply: Supply) {
  const { story, viewport, signal, careful } = options;
  const leave = (): void => supply.destroy();
  signal?.addEventListener('abort', leave);
  try {
    if (careful) await supply.get(checkWorker);
    const { style, forget } = await openAtlas(supply);
    if (signal?.aborted) throw new Error(NOT_WANTED);
    const composed = composeStyle(story, style);
    const container = options.container as HTMLElement;
    const map = tryCreateMap({ container, composed, viewport, supply });
    return { map, composed, forget };
  } catch (error) {
    leave();
    throw error;
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}

/**
 * A stage on a live MapLibre map in `container`. Nothing on it is set off by events or transitions:
 * the last applied frame is the whole picture, also after the graphics context was lost and came
 * back. What cannot be loaded is asked for again, until the map is whole or no longer wanted. Rejects with a message for
 * the reader where the browser cannot draw a map.
 */
export async function createMapStage(options: StageOptions): Promise<MapStage> {
  const { story, viewport, covers, signal, onError, onTrouble, onUserCamera } = options;
  const supply = createSupply((shortage) => onTrouble(TROUBLE[shortage]));
  const { map, composed, forget } = await prepareMap(options, supply);
  const { fixed, before } = composed;
  const onBroken = (): void => onTrouble({ ...TROUBLE.failing!, kind: 'broken' });
  const watch = watchMap(map, { supply, forget, onBroken });
  const remove = createRemoval(map);
  const release = (): void => {
    watch.end();
    supply.destroy();
    remove();
  };
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
    if (frame?.step !== next.step) supply.pauses.wake();
    frame = keepCamera && frame ? { ...next, camera: frame.camera } : next;
    map.triggerRepaint();
  };
  watchUserCamera(map, (camera) => {
    frame = frame && { ...frame, camera };
    onUserCamera(camera);
  });
  await loadStyle(map, signal).catch((error: unknown) => {
    release();
    throw error;
  });
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
    async settled() {
      do await settling.settled();
      while (await watch.mended());
    },
    destroy() {
      unwatch?.();
      release();
    },
  };
}
